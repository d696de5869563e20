import type { Invocation } from './invocations';

export const LOCAL_ENVIRONMENT = 'local';
export const LOCAL_APP_ID = 'wxlocal0000000000';

/** What an instance has from its start, as on the platform; without these the SDK asks a metadata server or fails. */
export const instanceEnvironment = (
  door: string,
  url: string,
  configuration: Record<string, string>,
): Record<string, string> => ({
  ...configuration,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
  SCF_NAMESPACE: LOCAL_ENVIRONMENT,
  SCF_FUNCTIONNAME: door,
  TCB_ENV: LOCAL_ENVIRONMENT,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  SILENCE: 'true',
});

/** What changes with every invocation; null takes a variable of the former invocation away. */
export const invocationEnvironment = ({
  source,
  openid,
  clientIp = '127.0.0.1',
  token,
}: Invocation): Record<string, string | null> => {
  const hasCaller = source !== 'wx_trigger';
  const isV6 = clientIp.includes(':');
  const keys = [
    ...['WX_APPID', ...(openid === undefined ? [] : ['WX_OPENID'])],
    ...[isV6 ? 'WX_CLIENTIPV6' : 'WX_CLIENTIP', 'WX_API_TOKEN'],
  ];
  return {
    WX_CONTEXT_KEYS: hasCaller ? keys.join(',') : null,
    WX_APPID: hasCaller ? LOCAL_APP_ID : null,
    WX_OPENID: hasCaller ? (openid ?? null) : null,
    WX_CLIENTIP: hasCaller && !isV6 ? clientIp : null,
    WX_CLIENTIPV6: hasCaller && isV6 ? clientIp : null,
    WX_API_TOKEN: hasCaller ? token : null,
    WX_TRIGGER_API_TOKEN_V0: hasCaller ? null : token,
    TCB_SOURCE: source,
    TRIGGER_SRC: hasCaller ? null : 'timer',
  };
};
