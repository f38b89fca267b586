import { DEVICE_OPERATIONS } from "./device-operations.ts";
import type { Operation } from "./operation.ts";
import { PRESET_OPERATIONS } from "./preset-operations.ts";
import { PROFILE_OPERATIONS } from "./profile-operations.ts";
import { SERVICE_OPERATIONS } from "./service-operations.ts";
import { SHARING_OPERATIONS } from "./sharing-operations.ts";

/** The whole contract; a test holds it against the app's own routes. */
export const OPERATIONS: readonly Operation[] = [
  ...PRESET_OPERATIONS,
  ...SHARING_OPERATIONS,
  ...PROFILE_OPERATIONS,
  ...DEVICE_OPERATIONS,
  ...SERVICE_OPERATIONS,
];
