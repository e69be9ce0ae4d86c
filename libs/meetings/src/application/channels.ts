/** Hints that a room's log has grown: `<alliance>/<meeting>/<last sequence>`. */
export const roomChannel = 'rygrad_meeting_room';
/** Hints that who may be in which rooms of an alliance has changed: `<alliance>`. */
export const standingChannel = 'rygrad_meeting_standing';
/** Hints that who is in a room has changed: `<alliance>/<meeting>`. */
export const presenceChannel = 'rygrad_meeting_presence';
