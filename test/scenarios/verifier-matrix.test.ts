import type { ProofLevel } from '@shared/domain/identity';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { ForcedAnswer } from '../../cloudfunctions/stand-ins/forced-answers';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const consent = NOTICE_TEXTS.idNumber.version;
const person = () => {
  const [one] = cloud.cloud.verifiers.people;
  return { name: one?.name, idNumber: one?.idNumber, consent };
};
const force = (which: Parameters<TestCloud['cloud']['verifiers']['next']>[0], answer: ForcedAnswer | null) => {
  if (answer) cloud.cloud.verifiers.next(which, answer);
};

/** Each way, driven through the door with the verifier's next answer as given. */
const WAYS = {
  phone: async (openid: string, answer: ForcedAnswer | null) => {
    force('phone', answer);
    const input = { code: cloud.cloud.phoneCode(openid), consent: NOTICE_TEXTS.phone.version };
    return cloud.citizen(openid, 'identity.provePhone', input);
  },
  twoFactor: async (openid: string, answer: ForcedAnswer | null) => {
    force('twoFactor', answer);
    return cloud.citizen(openid, 'identity.proveNumber', person());
  },
  face: async (openid: string, answer: ForcedAnswer | null) => {
    await cloud.citizen(openid, 'identity.startFace', { ...person(), faceConsent: NOTICE_TEXTS.face.version });
    force('face', answer);
    return cloud.citizen(openid, 'identity.finishFace');
  },
  province: async (openid: string, answer: ForcedAnswer | null) => {
    const started = await cloud.citizen(openid, 'identity.startProvince', { consent });
    const link = new URL(started.value.link);
    const [one] = cloud.cloud.verifiers.people;
    if (!one) throw new Error('nobody');
    const code = cloud.cloud.verifiers.provinceCode(one, link.searchParams.get('redirect_uri') ?? '');
    force('province', answer);
    const state = link.searchParams.get('state');
    return cloud.citizen(openid, 'identity.finishProvince', { code, state, consent });
  },
} as const satisfies Record<string, (openid: string, answer: ForcedAnswer | null) => Promise<Answer>>;

type Came = { readonly proven: ProofLevel } | 'undetermined' | { readonly refused: string };
type Row = readonly [way: keyof typeof WAYS, says: string, answer: ForcedAnswer | null, came: Came];

const BROKEN: readonly (readonly [string, ForcedAnswer])[] = [
  ['断线', { line: 'closed' }],
  ['HTTP 500', { line: 'http500' }],
  ['不是 JSON', { line: 'garbage' }],
];

const ROWS: readonly Row[] = [
  ['phone', '号码', null, { proven: 'phone' }],
  ['phone', '系统繁忙 -1', { errcode: -1 }, 'undetermined'],
  ['phone', '频率限制 45011', { errcode: 45011 }, 'undetermined'],
  ['phone', '授权码无效 40029', { errcode: 40029 }, { refused: 'identity.phoneCodeInvalid' }],
  ['phone', '境外号码', { phone: '61234567', countryCode: '852' }, { refused: 'identity.phoneForeign' }],
  ['phone', '断线', { line: 'closed' }, 'undetermined'],
  ['twoFactor', '一致 0', null, { proven: 'twoFactor' }],
  ['twoFactor', '不一致 -1', { result: '-1' }, { refused: 'identity.mismatch' }],
  ['twoFactor', '号码不合法 -2', { result: '-2' }, { refused: 'idNumber.malformed' }],
  ['twoFactor', '姓名不合法 -3', { result: '-3' }, { refused: 'identity.nameInvalid' }],
  ['twoFactor', '库源异常 -4', { result: '-4' }, 'undetermined'],
  ['twoFactor', '无记录 -5', { result: '-5' }, 'undetermined'],
  ['twoFactor', '升级中 -6', { result: '-6' }, 'undetermined'],
  ['twoFactor', '超过每日次数 -7', { result: '-7' }, 'undetermined'],
  ['twoFactor', '密钥不对', { error: 'AuthFailure.SignatureFailure' }, 'undetermined'],
  ['twoFactor', '请求过多', { error: 'RequestLimitExceeded' }, 'undetermined'],
  ...BROKEN.map(([says, answer]): Row => ['twoFactor', says, answer, 'undetermined']),
  ['face', '通过', null, { proven: 'strong' }],
  ['face', '本人取消', { verifyRet: 90002 }, { refused: 'identity.cancelled' }],
  ['face', '设备不支持', { verifyRet: 90001 }, { refused: 'identity.deviceUnsupported' }],
  ['face', '网络不通', { verifyRet: 90007 }, 'undetermined'],
  ...BROKEN.map(([says, answer]): Row => ['face', says, answer, 'undetermined']),
  ['province', '认证通过', null, { proven: 'strong' }],
  ['province', '码已用过', { error: 'invalid_grant' }, { refused: 'identity.expired' }],
  ['province', '客户端被拒', { error: 'invalid_client' }, 'undetermined'],
  ...BROKEN.map(([says, answer]): Row => ['province', says, answer, 'undetermined']),
];

const expectCame = (answer: Answer, came: Came) => {
  if (came === 'undetermined') expect(answer).toMatchObject({ ok: true, value: { outcome: 'undetermined' } });
  else if ('refused' in came) expect(answer).toMatchObject({ ok: false, code: came.refused });
  else expect(answer).toMatchObject({ ok: true, value: { outcome: 'proven', level: came.proven } });
};

describe('每种核验 × 每种结果：程度对，评价不丢', () => {
  it.each(ROWS)('%s：%s', async (way, says, answer, came) => {
    const openid = `${way}-${ROWS.findIndex(([w, s]) => w === way && s === says)}`;
    expectCame(await WAYS[way](openid, answer), came);
    const level = typeof came === 'object' && 'proven' in came ? came.proven : 'account';

    const encouraged = await cloud.citizen(openid, 'rating.submit', aRating(cloud));
    expect(encouraged).toMatchObject({ ok: true, value: { proof: { level } } });

    const draft = aRating(cloud, { scene: cloud.sign('cz01').scene });
    const required = await cloud.citizen(openid, 'rating.submit', draft);
    if (typeof came === 'object' && 'refused' in came) {
      expect(required).toMatchObject({ code: 'identity.required' });
      await cloud.provePhone(openid);
      expect(await cloud.citizen(openid, 'rating.submit', draft)).toMatchObject({ ok: true });
    } else {
      const shortfall = came === 'undetermined' ? 'undetermined' : null;
      expect(required).toMatchObject({ ok: true, value: { proof: { level, shortfall } } });
    }
  });

  it('三要素说不准或不一致，二要素仍可证明；都说不准，评价照收', async () => {
    const both = async (openid: string, three: ForcedAnswer, two: ForcedAnswer | null) => {
      await cloud.provePhone(openid);
      force('threeFactor', three);
      force('twoFactor', two);
      return cloud.citizen(openid, 'identity.proveNumber', person());
    };
    expect(await both('three-down', { line: 'closed' }, null)).toMatchObject({ value: { level: 'twoFactor' } });
    expect(await both('three-differs', { result: '-4' }, null)).toMatchObject({ value: { level: 'twoFactor' } });
    expect(await both('three-matches', { result: '0' }, null)).toMatchObject({ value: { level: 'threeFactor' } });
    expect(await both('both-down', { line: 'closed' }, { line: 'closed' })).toMatchObject({
      value: { outcome: 'undetermined', level: 'phone' },
    });
  });
});
