import { acceptMessages } from '../../api/subscription';
import type { Leave } from './ask-leave';

/** There is no WeChat to be told by, but for the stand-in on this machine. */
export const CAN_ASK: boolean = IS_LOCAL;

export const askLeave = (templateId: string): Promise<Leave> =>
  acceptMessages([templateId]).then(
    () => 'accepted' as const,
    () => 'failed' as const,
  );
