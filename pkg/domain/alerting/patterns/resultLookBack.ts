import { hour, minute } from '../../../lib/duration';

/** How far back a result of a service may lie and still say something: three intervals of a check that runs every two hours. */
export const resultLookBackMinutes = (6 * hour) / minute;
