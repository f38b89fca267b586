/** Name under which the room's processor is registered. The one message it takes, whatever it says, ends it for good. */
export const ROOM_PROCESSOR = "luwte-room";
