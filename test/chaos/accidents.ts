import type { Fault } from '../../cloudfunctions/local/faults/fault';

export type Accident = { readonly name: string; readonly faults: readonly Fault[] };

const door = 'citizen';
const database = 'database';
const INSERT = 'database.insertDocument';

/** One kind of fault each, at places and as often as hurts; every run draws them from its seed. */
export const ACCIDENTS: readonly Accident[] = [
  { name: '答复丢失', faults: [{ kind: 'dropAnswer', door, probability: 0.3 }] },
  { name: '答复迟到', faults: [{ kind: 'delayAnswer', door, probability: 0.3, milliseconds: 40 }] },
  { name: '请求送达两次', faults: [{ kind: 'duplicateCall', door, probability: 0.5 }] },
  { name: '平台拒绝执行', faults: [{ kind: 'refuseCall', door, probability: 0.3 }] },
  { name: '写入后实例退出', faults: [{ kind: 'killInstance', door, action: INSERT, probability: 0.25 }] },
  { name: '写入前实例退出', faults: [{ kind: 'killInstanceBefore', door, action: INSERT, probability: 0.25 }] },
  { name: '写入后连接断开', faults: [{ kind: 'dropResponse', action: database, probability: 0.1 }] },
  { name: '数据库迟缓', faults: [{ kind: 'delayResponse', action: database, probability: 0.2, milliseconds: 30 }] },
  { name: '写入执行两次', faults: [{ kind: 'duplicateRequest', action: database, probability: 0.4 }] },
  { name: '写入后报超时', faults: [{ kind: 'serverTimeout', action: database, probability: 0.1 }] },
  { name: '系统错误', faults: [{ kind: 'systemError', probability: 0.1 }] },
  { name: '网关 502', faults: [{ kind: 'badGateway', probability: 0.1 }] },
  { name: '额度用尽', faults: [{ kind: 'requestLimit', action: database, probability: 0.15 }] },
  { name: '并发超限', faults: [{ kind: 'concurrencyLimit', action: database, probability: 0.15 }] },
  { name: '写冲突风暴', faults: [{ kind: 'conflict', probability: 0.4 }] },
  { name: '存储空间满', faults: [{ kind: 'storageFull', probability: 0.4 }] },
  {
    name: '微信接口报错',
    faults: [
      { kind: 'openapiError', errcode: 45009, probability: 0.4 },
      { kind: 'openapiError', errcode: -1, probability: 0.4 },
    ],
  },
];

/** All of them, each a fifth as often. */
export const ALL_AT_ONCE: Accident = {
  name: '以上同时',
  faults: ACCIDENTS.flatMap(({ faults }) => faults).map((fault) => ({
    ...fault,
    probability: (fault.probability ?? 1) / 5,
  })),
};
