import { STAND_IN_ACCOUNTS } from '../stand-ins/accounts';

const FIELDS = { ticketNo: 'character_string1', state: 'phrase2', on: 'date3', next: 'thing4' };

/** Switches the functions' subscription and text messages on, against the stand-ins of the local cloud at this address. */
export const notifierEnvironment = (url: string): Record<string, string> => {
  const { secretId, secretKey, appId, sign, template } = STAND_IN_ACCOUNTS.sms;
  return {
    HAOCHAPING_TEMPLATES: JSON.stringify({
      progress: { id: 'local-template-progress', ...FIELDS },
      work: { id: 'local-template-work', ...FIELDS },
    }),
    HAOCHAPING_SMS_SECRET_ID: secretId,
    HAOCHAPING_SMS_SECRET_KEY: secretKey,
    HAOCHAPING_SMS_APP_ID: appId,
    HAOCHAPING_SMS_SIGN: sign,
    HAOCHAPING_SMS_TEMPLATE: template,
    HAOCHAPING_SMS_ENDPOINT: `${url}/stand-in/sms`,
  };
};
