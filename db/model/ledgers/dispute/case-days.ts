import { dayAfter } from '../../calendar/day-arithmetic.ts';

/** Days in which both parties may ask the court to confirm an agreement (人民调解法第三十三条): from the day it takes effect. */
const CONFIRM_DAYS = 30;

/** Last day for the joint application to the court. */
export const confirmLimit = (effective_on: string): string => dayAfter(effective_on, CONFIRM_DAYS);
