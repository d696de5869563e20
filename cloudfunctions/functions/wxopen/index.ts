import * as contract from '@shared/contracts/wxopen';
import { handle, handleOfficial, serve } from '../../runtime/serve';
import { sendSubscription } from '../../use-cases/notification/send-subscription';
import { readPhone } from '../../use-cases/phone/read-phone';
import { checkText } from '../../use-cases/text/check-text';
import { makeWindowCode } from '../../use-cases/window/make-window-code';

/** The only door that may call WeChat's open platform, so that its permissions are uploaded once. */
export const main = serve({ door: 'wxopen', servesStaff: true }, [
  handle(contract.checkText, checkText),
  handle(contract.readPhone, readPhone),
  handle(contract.sendSubscription, sendSubscription),
  handleOfficial(contract.makeWindowCode, makeWindowCode),
]);
