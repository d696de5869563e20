import type { Verifiers } from '../../ports/verifiers';
import type { Health } from '../health';
import { CERT_TYPE, certHash } from './cert-hash';
import { checkedBy, healthBy, notPassedBy } from './face-results';
import { type WechatApp, wechatApi } from './wechat-api';

const FACE = '/cityservice/face/identify';

export type WechatFace = Pick<Verifiers, 'startFace' | 'finishFace'> & { check(): Promise<Health> };

/** 微信人脸核身 2.0: no picture of a face ever comes here, only whether it passed. */
export const wechatFace = (app: WechatApp): WechatFace => {
  const api = wechatApi(app);
  return {
    startFace: async ({ name, idNumber }, sequenceNo, openid) => {
      const answer = await api.post(`${FACE}/getverifyid`, {
        out_seq_no: sequenceNo,
        cert_info: { cert_type: CERT_TYPE, cert_name: name, cert_no: idNumber },
        openid,
      });
      const verifyId = answer?.errcode === 0 ? answer.body.verify_id : undefined;
      return typeof verifyId === 'string' ? { verdict: 'started', verifyId } : notPassedBy(answer);
    },
    finishFace: async (person, sequenceNo, verifyId, openid) =>
      checkedBy(
        await api.post(`${FACE}/queryverifyinfo`, {
          verify_id: verifyId,
          out_seq_no: sequenceNo,
          cert_hash: certHash(person),
          openid,
        }),
      ),
    check: async () => healthBy(await api.askToken()),
  };
};
