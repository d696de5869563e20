import { LOCAL_APP_ID } from '../local/functions/environment';

/** What the stand-ins take for true. They listen on this machine only and know nobody real, so these are no secrets. */
export const STAND_IN_ACCOUNTS = {
  sms: {
    secretId: 'AKIDlocalSms',
    secretKey: 'local-stand-in-sms-key',
    appId: '1400000000',
    sign: '好差评',
    template: '100001',
  },
  tencent: { secretId: 'AKIDlocalStandIn', secretKey: 'local-stand-in-secret-key' },
  wechat: { appId: LOCAL_APP_ID, appSecret: 'local-stand-in-app-secret' },
  province: { clientId: 'haochaping-local', clientSecret: 'local-stand-in-client-secret' },
} as const;
