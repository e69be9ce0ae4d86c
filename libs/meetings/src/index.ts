/** The public door of meetings. Other modules read its views (README) and follow its events. */
export { MeetingsModule } from './meetings.module.js';
