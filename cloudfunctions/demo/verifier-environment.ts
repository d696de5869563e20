import { STAND_IN_ACCOUNTS } from '../stand-ins/accounts';

/** Switches every verifier of the functions on, against the stand-ins of the local cloud at this address. */
export const verifierEnvironment = (url: string): Record<string, string> => {
  const { tencent, wechat, province } = STAND_IN_ACCOUNTS;
  const at = `${url}/stand-in/province`;
  return {
    HAOCHAPING_TENCENT_SECRET_ID: tencent.secretId,
    HAOCHAPING_TENCENT_SECRET_KEY: tencent.secretKey,
    HAOCHAPING_TENCENT_ENDPOINT: `${url}/stand-in/tencent`,
    HAOCHAPING_WECHAT_APP_ID: wechat.appId,
    HAOCHAPING_WECHAT_APP_SECRET: wechat.appSecret,
    HAOCHAPING_WECHAT_ENDPOINT: `${url}/stand-in/wechat`,
    HAOCHAPING_WECHAT_PHONE: 'on',
    HAOCHAPING_PROVINCE: JSON.stringify({
      ...province,
      authorizeUrl: `${at}/authorize`,
      tokenUrl: `${at}/token`,
      userInfoUrl: `${at}/user`,
      redirectUri: provinceReturnOf(url),
      fields: { name: 'data.userName', idNumber: 'data.idCard' },
      level: { field: 'data.level', accepted: ['2', '3'] },
    }),
  };
};

/** Where the province sends people back to. */
export const provinceReturnOf = (url: string): string => `${url}/app/`;
