import { Device } from "../../src/session/documents/bodies.ts";
import { SMALL_BYTES } from "../limits/body-bytes.ts";
import { type Operation, type Parameter, PROBLEMS_OF_KEYS } from "./operation.ts";

const id: Parameter = {
  in: "path",
  name: "id",
  description: "From the list of devices.",
  schema: Device.entries.id,
};

const OF_DEVICE = { tag: "Devices", secret: "deviceKey" } as const;

export const DEVICE_OPERATIONS: readonly Operation[] = [
  {
    ...OF_DEVICE,
    id: "listDevices",
    method: "get",
    path: "/api/devices",
    summary: "Who has a key, and which of them asks",
    answers: { 200: { description: "The devices.", schema: "Devices" } },
    problems: PROBLEMS_OF_KEYS,
  },
  {
    ...OF_DEVICE,
    id: "addDevice",
    method: "post",
    path: "/api/devices",
    summary: "A key for another device, by one that is at hand",
    body: { schema: "NewDevice", maxBytes: SMALL_BYTES },
    answers: { 201: { description: "The new device's key, given once.", schema: "Admission" } },
    problems: [...PROBLEMS_OF_KEYS, "too-many-devices", "too-many-requests"],
  },
  {
    ...OF_DEVICE,
    id: "renameDevice",
    method: "patch",
    path: "/api/devices/{id}",
    summary: "Gives a device another name",
    parameters: [id],
    body: { schema: "Rename", maxBytes: SMALL_BYTES },
    answers: { 200: { description: "The device.", schema: "Device" } },
    problems: [...PROBLEMS_OF_KEYS, "device-not-found", "too-many-requests"],
  },
  {
    ...OF_DEVICE,
    id: "revokeDevice",
    method: "delete",
    path: "/api/devices/{id}",
    summary: "Takes a device's key away at once",
    parameters: [id],
    answers: { 204: { description: "Its key opens nothing from now on." } },
    problems: [...PROBLEMS_OF_KEYS, "device-not-found", "last-device", "too-many-requests"],
  },
  {
    ...OF_DEVICE,
    id: "makeRecovery",
    method: "post",
    path: "/api/recovery",
    summary: "A key for paper",
    description: "It takes the place of an earlier one, which works no longer.",
    answers: { 201: { description: "The key, given once.", schema: "Admission" } },
    problems: [...PROBLEMS_OF_KEYS, "too-many-devices", "too-many-requests"],
  },
  {
    ...OF_DEVICE,
    id: "startPairing",
    method: "post",
    path: "/api/pairing",
    summary: "A code that lets one more device in",
    description: "Good once, for ten minutes. An earlier one stops working.",
    answers: { 201: { description: "The code.", schema: "PairingCode" } },
    problems: [...PROBLEMS_OF_KEYS, "too-many-requests"],
  },
  {
    ...OF_DEVICE,
    id: "stopPairing",
    method: "delete",
    path: "/api/pairing",
    summary: "Takes the code back",
    answers: { 204: { description: "It lets nobody in any longer." } },
    problems: [...PROBLEMS_OF_KEYS, "too-many-requests"],
  },
  {
    id: "redeemPairing",
    method: "post",
    path: "/api/pairing/redeem",
    tag: "Devices",
    summary: "Becomes a device of the profile whose code this is",
    body: { schema: "Redeem", maxBytes: SMALL_BYTES },
    answers: { 201: { description: "The new device's key, given once.", schema: "Admission" } },
    problems: ["code-refused", "too-many-devices", "too-many-requests", "busy"],
  },
];
