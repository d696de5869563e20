import * as contract from '@shared/contracts/wxopen';
import { handle, handleOfficial, serve } from '../../runtime/serve';
import { readPhone } from '../../use-cases/phone/read-phone';
import { checkText } from '../../use-cases/text/check-text';
import { makeWindowCode } from '../../use-cases/window/make-window-code';

/** The only door that may call WeChat's open platform, so that its permissions are uploaded once. */
export const main = serve({ door: 'wxopen', servesStaff: true }, [
  handle(contract.checkText, checkText),
  handle(contract.readPhone, readPhone),
  handleOfficial(contract.makeWindowCode, makeWindowCode),
]);
