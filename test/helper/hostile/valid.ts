import { DOCUMENT_NAMES } from "../../../src/session/documents/documents.ts";
import type { Dice } from "./dice.ts";
import { mixAt, newPerson, newTicket, type Person, type World } from "./world.ts";

/** A request that an honest client could send: the ground from which hostile ones are made. */
export interface Valid {
  /** Values of the path's parameters. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

type Make = (world: World, dice: Dice) => Valid | Promise<Valid>;

const anyone = ({ attackers }: World, dice: Dice): Person => dice.pick(attackers);
const own = (world: World, dice: Dice) => ({ headers: { authorization: anyone(world, dice).bearer } });
const hash43 = (dice: Dice) => `${dice.text(42)}A`;
const deviceId = (dice: Dice) => dice.text(16, "0123456789abcdef");
const tag = (dice: Dice) => ({ "if-none-match": dice.pick(['"x"', 'W/"1"', "*", ""]) });

/** Eight characters of the codes' alphabet. */
const wrongCode = (index: number) =>
  `CDFG${[512, 64, 8, 1].map((place) => "23456789"[Math.floor(index / place) % 8]).join("")}`;

const DOCUMENT_BODIES = {
  routine: (dice: Dice) => ({
    version: 1,
    changedAt: dice.whole(0, 1e12),
    routine: {
      session: "rain-window",
      narrator: null,
      guideGainDb: dice.whole(-60, 6),
      timer: { minutes: dice.whole(5, 600) },
      levels: { "night-sea": [{ layer: "ocean", gainDb: dice.whole(-60, 6) }] },
      wantedSeconds: {},
      breath: { follow: dice.chance(0.5), perMinute: dice.whole(2, 40) },
    },
    aside: [],
  }),
  mixes: (dice: Dice) => ({
    version: 1,
    mixes: {
      [dice.text(12)]: {
        name: dice.text(12),
        levels: [{ layer: "rain", gainDb: -3 }],
        changedAt: dice.whole(0, 1e12),
      },
    },
  }),
  path: (dice: Dice) => ({
    version: 1,
    steps: { recognise: dice.whole(0, 1e12) },
    practised: { [dice.text(10)]: { session: "grounding", at: dice.whole(0, 1e12), seconds: 120 } },
  }),
  settings: (dice: Dice) => ({
    version: 1,
    changedAt: dice.whole(0, 1e12),
    settings: { language: dice.pick(["nl", "en", null]), haptics: dice.chance(0.5) },
  }),
};

/** One maker per operation of the contract. */
export const VALID: Readonly<Record<string, Make>> = {
  listPresets: (_, dice) => ({
    query: dice.pick([
      "",
      "?kind=bed",
      "?language=nl",
      "?moment=in-bed&kind=guided",
      "?minSeconds=60&maxSeconds=900",
    ]),
    headers: tag(dice),
  }),
  getPreset: ({ presets }, dice) => ({ path: { id: dice.pick(presets).id }, headers: tag(dice) }),
  getPresetVersion: ({ presets }, dice) => ({ path: { ...dice.pick(presets) }, headers: tag(dice) }),
  publishShared: (world, dice) => ({
    ...own(world, dice),
    body: {
      document: dice.chance(0.7)
        ? mixAt(-dice.whole(1, 6))
        : { version: 1, kind: "script", nonce: "A".repeat(16), text: "A".repeat(dice.whole(1, 4)) },
      lifetime: dice.pick(["1-day", "30-days", "until-withdrawn"]),
      withdrawHash: hash43(dice),
    },
  }),
  getShared: ({ shares }, dice) => ({ path: { id: dice.pick(shares).id }, headers: tag(dice) }),
  withdrawShared: ({ withdrawn }) => ({
    path: { id: withdrawn.id },
    headers: { authorization: `Bearer ${withdrawn.key}` },
  }),
  reportShared: ({ shares }, dice) => ({
    path: { id: dice.pick(shares).id },
    body: { reason: dice.pick(["harmful", "private", "unlawful", "other"]), note: dice.text(20) },
  }),
  listReports: ({ operatorSecret }, dice) => ({
    query: dice.pick(["", "?page=0"]),
    headers: { authorization: `Bearer ${operatorSecret}` },
  }),
  decideReport: ({ operatorSecret, operated }, dice) => ({
    path: { id: operated.id },
    headers: { authorization: `Bearer ${operatorSecret}` },
    body: { action: dice.pick(["withdraw", "dismiss"]) },
  }),
  createProfile: (_, dice) => ({ body: { deviceName: dice.text(10) } }),
  // Mostly without the confirmation: that is asked for after the key, and leaves somebody to ask again.
  eraseProfile: async (world, dice) => {
    if (dice.chance(0.95)) return own(world, dice);
    const { bearer } = await newPerson(world.send, dice.pick(world.addresses));
    return { headers: { authorization: bearer, "luwte-confirm": "erase" } };
  },
  listDocuments: own,
  getDocument: (world, dice) => ({ ...own(world, dice), path: { name: dice.pick(DOCUMENT_NAMES) } }),
  putDocument: (world, dice) => {
    const name = dice.pick(DOCUMENT_NAMES);
    const condition: Record<string, string> = dice.chance(0.5)
      ? { "if-none-match": "*" }
      : { "if-match": `"${dice.whole(1, 6)}"` };
    return {
      path: { name },
      headers: { authorization: anyone(world, dice).bearer, ...condition },
      body: DOCUMENT_BODIES[name](dice),
    };
  },
  exportProfile: own,
  importProfile: (world, dice) => ({
    ...own(world, dice),
    body: {
      format: "luwte-export",
      version: 1,
      documents: { settings: DOCUMENT_BODIES.settings(dice) },
      over: { settings: dice.whole(1, 9) },
    },
  }),
  makeTicket: own,
  listenChanges: async (world, dice) => ({
    headers: {
      upgrade: "websocket",
      connection: "Upgrade",
      "sec-websocket-version": "13",
      "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
      "sec-websocket-protocol": `luwte, ${await newTicket(world, anyone(world, dice))}`,
    },
  }),
  listDevices: own,
  addDevice: (world, dice) => ({ ...own(world, dice), body: { deviceName: dice.text(10) } }),
  renameDevice: (world, dice) => {
    const { bearer, spareDeviceId } = anyone(world, dice);
    const id = dice.chance(0.5) ? spareDeviceId : deviceId(dice);
    return { path: { id }, headers: { authorization: bearer }, body: { name: dice.text(10) } };
  },
  revokeDevice: (world, dice) => ({ ...own(world, dice), path: { id: deviceId(dice) } }),
  makeRecovery: own,
  startPairing: own,
  stopPairing: own,
  redeemPairing: ({ addresses }, dice) => ({
    // Each pairing object lets a hundred wrong codes by: as many codes as the attack is large.
    body: { code: wrongCode(dice.whole(0, addresses.length / 5)), deviceName: dice.text(10) },
  }),
  getHealth: () => ({}),
  getOpenapi: (_, dice) => ({ headers: tag(dice) }),
  getSessionSchema: (_, dice) => ({ headers: tag(dice) }),
  getPage: (_, dice) => ({ headers: tag(dice) }),
};
