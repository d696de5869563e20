import type { BrokenLine, ForcedAnswer } from '../../../cloudfunctions/stand-ins/forced-answers';
import {
  adaptersOf,
  anna,
  ben,
  CANARIES,
  OPENID,
  personOf,
  type StandInCloud,
  startStandIns,
  UNKNOWN_ID,
} from './stand-ins';

const MATCH = { verdict: 'match' };
const MISMATCH = { verdict: 'mismatch' };
const refused = (why: string) => ({ verdict: 'refused', why });
const undetermined = (why: string) => ({ verdict: 'undetermined', why });
const DOWN = undetermined('down');
type Row = readonly [answer: ForcedAnswer, checked: object];
type Which = 'twoFactor' | 'threeFactor' | 'face' | 'province';

/** What Tencent's API refuses a call with, whichever action. */
const TENCENT_ERRORS: readonly Row[] = [
  ...[
    'AuthFailure.InvalidSecretId AuthFailure.SecretIdNotFound AuthFailure.SignatureExpire AuthFailure.SignatureFailure',
    'AuthFailure.TokenFailure AuthFailure.UnauthorizedOperation FailedOperation.UnKnown FailedOperation.DbError',
    'FailedOperation.VerificationFail FailedOperation.StsUnAuthErrError InternalError InternalError.UnKnown',
    'InvalidParameter InvalidParameterValue MissingParameter InvalidAction OperationDenied UnauthorizedOperation',
    'UnauthorizedOperation.Nonactivated UnauthorizedOperation.Arrears UnauthorizedOperation.NonAuthorize',
    'ResourceUnavailable ResourceUnavailable.IsOpening ResourceNotFound FailedOperation.IdFormatError',
  ].flatMap((codes) => codes.split(' ').map((error): Row => [{ error }, DOWN])),
  ...['LimitExceeded', 'RequestLimitExceeded', 'FailedOperation.RequestLimitExceeded'].map(
    (error): Row => [{ error }, undetermined('limited')],
  ),
  [{ error: 'UnsupportedOperation' }, undetermined('unsupported')],
  [{ error: 'FailedOperation.IdNoExistSystem' }, undetermined('noRecord')],
];

const verifyRets = (checked: object, ...codes: number[]): readonly Row[] =>
  codes.map((verifyRet) => [{ verifyRet }, checked]);

const MATRIX: Readonly<Record<Which, readonly Row[]>> = {
  twoFactor: [
    [{ result: '0' }, MATCH],
    [{ result: '-1' }, MISMATCH],
    [{ result: '-2' }, refused('idNumber')],
    [{ result: '-3' }, refused('name')],
    [{ result: '-4' }, DOWN],
    [{ result: '-5' }, undetermined('noRecord')],
    [{ result: '-6' }, DOWN],
    [{ result: '-7' }, undetermined('limited')],
    [{ result: '-99' }, DOWN],
    [{ result: 'toString' }, DOWN],
    ...TENCENT_ERRORS,
  ],
  threeFactor: [
    [{ result: '0' }, MATCH],
    [{ result: '-1' }, DOWN],
    [{ result: '-4' }, MISMATCH],
    [{ result: '-6' }, refused('phone')],
    [{ result: '-7' }, refused('idNumber')],
    [{ result: '-8' }, refused('name')],
    [{ result: '-9' }, undetermined('noRecord')],
    [{ result: '-11' }, DOWN],
    [{ result: '-12' }, undetermined('limited')],
    [{ result: '-13' }, undetermined('unsupported')],
    ...TENCENT_ERRORS,
  ],
  face: [
    ...verifyRets(MATCH, 10000),
    ...verifyRets(MISMATCH, 10002, 10003, 10004, 10010, 10012, 90011, 90013, 90014),
    ...verifyRets(
      refused('cancelled'),
      90002,
      90003,
      90004,
      90005,
      90006,
      90008,
      90009,
      90010,
      90017,
      90107,
      10020,
      10300,
    ),
    ...verifyRets(refused('device'), 90001, 90106, 90109),
    ...verifyRets(undetermined('noRecord'), 10018, 10026),
    ...verifyRets(undetermined('limited'), 10042),
    ...verifyRets(
      DOWN,
      90007,
      90012,
      90018,
      90104,
      90105,
      90110,
      90199,
      10001,
      10005,
      10006,
      10007,
      10008,
      10013,
      10014,
    ),
    ...verifyRets(DOWN, 10015, 10016, 10017, 10021, 10029, 10040, 10041, 10045, 10052, 0, 12345),
    ...[84017, 84018, 84020, 84022].map((errcode): Row => [{ errcode }, refused('code')]),
    ...[45009, 45011].map((errcode): Row => [{ errcode }, undetermined('limited')]),
    ...[-1, 40003, 40013, 40097, 43101, 47001, 48001, 84010, 84016, 84019, 84021].map(
      (errcode): Row => [{ errcode }, DOWN],
    ),
  ],
  province: [
    [{ error: 'invalid_grant' }, refused('code')],
    [{ error: 'invalid_request' }, refused('code')],
    ...['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope', 'x'].map(
      (error): Row => [{ error }, DOWN],
    ),
    [
      { user: { data: { userName: '陈演示', idCard: UNKNOWN_ID.toLowerCase(), level: '2' } } },
      { verdict: 'match', person: { name: '陈演示', idNumber: UNKNOWN_ID } },
    ],
    [{ user: { data: { userName: '陈演示', idCard: UNKNOWN_ID, level: '1' } } }, undetermined('unsupported')],
    [{ user: { data: { userName: '陈演示', idCard: UNKNOWN_ID } } }, undetermined('unsupported')],
    [{ user: { data: { userName: '', idCard: UNKNOWN_ID, level: 2 } } }, undetermined('noRecord')],
    [{ user: { data: { userName: '陈演示', idCard: '110105********002X', level: 2 } } }, undetermined('noRecord')],
    [{ user: { data: { userName: { first: '演示' }, idCard: UNKNOWN_ID, level: 2 } } }, undetermined('noRecord')],
    [{ user: { data: null } }, undetermined('unsupported')],
    [{ user: [] }, DOWN],
  ],
};

const LINES: readonly BrokenLine[] = ['closed', 'http500', 'garbage'];

let standIns: StandInCloud;
let adapters: ReturnType<typeof adaptersOf>;
const spoken: unknown[][] = [];

beforeAll(async () => {
  standIns = await startStandIns();
  adapters = adaptersOf(standIns.env);
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, way).mockImplementation((...words) => void spoken.push(words));
  }
});
afterAll(async () => {
  jest.restoreAllMocks();
  await standIns.close();
});

let sequence = 0;
const faceOf = async (person = personOf(anna)) => {
  sequence += 1;
  const sequenceNo = `face-${sequence}`;
  const started = await adapters.face.startFace(person, sequenceNo, OPENID);
  if (started.verdict !== 'started') throw new Error(started.verdict);
  return { sequenceNo, finish: (by = person) => adapters.face.finishFace(by, sequenceNo, started.verifyId, OPENID) };
};

/** Each asks for somebody who would match, were the answer not forced. */
const ASK: Readonly<Record<Which, (force: () => void) => Promise<object>>> = {
  twoFactor: (force) => {
    force();
    return adapters.tencent.twoFactor(personOf(anna));
  },
  threeFactor: (force) => {
    force();
    return adapters.tencent.threeFactor(personOf(anna), anna.phone);
  },
  face: async (force) => {
    const { finish } = await faceOf();
    force();
    return finish();
  },
  province: (force) => {
    force();
    return adapters.province.provincePerson(standIns.provinceCode(anna));
  },
};
const WHICH = Object.keys(ASK) as readonly Which[];
const rows = WHICH.flatMap((which) => MATRIX[which].map(([answer, checked]) => [which, answer, checked] as const));

it.each(rows)('%s: answered with %j it says %j', async (which, answer, checked) => {
  expect(await ASK[which](() => standIns.cloud.verifiers.next(which, answer))).toEqual(checked);
});

describe.each(WHICH)('when the line of %s breaks', (which) => {
  it.each(LINES)('%s: it says that the verifier is down', async (line) => {
    expect(await ASK[which](() => standIns.cloud.verifiers.next(which, { line }))).toEqual(DOWN);
  });
});

it('nobody waits for a slow verifier longer than four seconds', async () => {
  const started = performance.now();
  const answers = WHICH.map((which) => ASK[which](() => standIns.cloud.verifiers.next(which, { line: 'slow' })));
  expect(await Promise.all(answers)).toEqual(WHICH.map(() => DOWN));
  expect(performance.now() - started).toBeLessThan(5_500);
});

describe('without anything forced', () => {
  it.each([
    ['his own name and number', anna.name, anna.idNumber, MATCH],
    ['his number and another name', ben.name, anna.idNumber, MISMATCH],
    ['a number that nobody has', anna.name, UNKNOWN_ID, undetermined('noRecord')],
    ['a number whose last digit is wrong', anna.name, UNKNOWN_ID.replace('X', '1'), refused('idNumber')],
    ['a name that is none', 'x1', anna.idNumber, refused('name')],
  ])('two factors: %s', async (_, name, idNumber, checked) => {
    expect(await adapters.tencent.twoFactor({ name, idNumber })).toEqual(checked);
  });

  it.each([
    ['his own phone', anna.phone, MATCH],
    ["another's phone", ben.phone, MISMATCH],
    ['a phone that is none', '12345', refused('phone')],
  ])('three factors: %s', async (_, phone, checked) => {
    expect(await adapters.tencent.threeFactor(personOf(anna), phone)).toEqual(checked);
  });

  it('a face: the person who started is the one who may finish', async () => {
    expect(await (await faceOf()).finish()).toEqual(MATCH);
    expect(await (await faceOf()).finish(personOf(ben))).toEqual(refused('code'));
    expect(await (await faceOf({ name: ben.name, idNumber: anna.idNumber })).finish()).toEqual(MISMATCH);
    expect(await (await faceOf({ name: ben.name, idNumber: UNKNOWN_ID })).finish()).toEqual(undetermined('noRecord'));
  });

  it('the province: a code serves once, and only where it was given out', async () => {
    const code = standIns.provinceCode(ben);
    expect(await adapters.province.provincePerson(code)).toEqual({ verdict: 'match', person: personOf(ben) });
    expect(await adapters.province.provincePerson(code)).toEqual(refused('code'));
    const elsewhere = standIns.cloud.verifiers.provinceCode(ben, 'https://elsewhere.test/');
    expect(await adapters.province.provincePerson(elsewhere)).toEqual(refused('code'));
    expect(await adapters.province.provincePerson('guessed')).toEqual(refused('code'));
  });
});

it('a face cannot be started while WeChat refuses: no session, and why', async () => {
  const start = (answer: ForcedAnswer) => {
    standIns.cloud.verifiers.next('face', answer);
    return adapters.face.startFace(personOf(anna), 'start-refused', OPENID);
  };
  expect(await start({ errcode: 48001 })).toEqual(DOWN);
  expect(await start({ errcode: 45011 })).toEqual(undetermined('limited'));
  expect(await start({ line: 'garbage' })).toEqual(DOWN);
});

it('nothing that a verifier was told is said aloud', () => {
  const said = JSON.stringify([spoken, standIns.lines]);
  expect(CANARIES.filter((canary) => said.includes(canary))).toEqual([]);
  expect(spoken).toEqual([]);
});
