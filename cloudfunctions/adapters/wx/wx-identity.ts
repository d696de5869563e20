import { networkOf } from './network-of';
import { cloud } from './wx-cloud';

/** What the platform itself says about a call; nothing of it comes from the caller. */
export type Caller = {
  readonly openid: string | undefined;
  /** From where he calls (`networkOf`); undefined when the platform does not say. */
  readonly network: string | undefined;
  /** The last link of the chain that led here. */
  readonly from: 'client' | 'function' | 'timer';
};

/**
 * `SOURCE` lists the whole chain, such as `wx_client,scf`
 * (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.getWXContext.html).
 */
export const wxCaller = (): Caller => {
  const { OPENID, SOURCE, CLIENTIP, CLIENTIPV6 } = cloud.getWXContext() as {
    readonly OPENID?: unknown;
    readonly SOURCE?: string;
    readonly CLIENTIP?: string;
    readonly CLIENTIPV6?: string;
  };
  const last = SOURCE?.split(',').at(-1);
  return {
    // The SDK turns an openid of digits alone into a number.
    openid: OPENID === undefined || OPENID === '' ? undefined : String(OPENID),
    network: networkOf(CLIENTIP || CLIENTIPV6 || ''),
    from: process.env.TRIGGER_SRC === 'timer' ? 'timer' : last === 'scf' ? 'function' : 'client',
  };
};
