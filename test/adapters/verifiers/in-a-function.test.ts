import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ForcedAnswer } from '../../../cloudfunctions/stand-ins/forced-answers';
import { deploy } from '../../local-cloud/support';
import { aLocalCloud, type TestCloud } from '../../support/a-local-cloud';
import { builtFunctions } from '../../support/built-functions';

/** Stands where a citizen's action will: inside a function, with the configuration that functions have. */
const ASKING = `
import { configuredVerifiers } from './cloudfunctions/adapters/verifiers';
const verifiers = configuredVerifiers(process.env);
export const main = async ({ method, given }) => ({ ok: true, value: await verifiers[method](...given) });
`;

const DOWN = { verdict: 'undetermined', why: 'down' };
const lines: string[] = [];
let functionsDir: string;
let cloud: TestCloud;

beforeAll(async () => {
  functionsDir = mkdtempSync(path.join(tmpdir(), 'phone-doors-'));
  symlinkSync(path.join(await builtFunctions(), 'wxopen'), path.join(functionsDir, 'wxopen'));
  await deploy(functionsDir, 'asking', ASKING);
  cloud = await aLocalCloud({ functionsDir, log: (line) => lines.push(line) });
});
afterAll(async () => {
  await cloud.close();
  rmSync(functionsDir, { recursive: true, force: true });
});

const verify = async (method: string, ...given: unknown[]) =>
  (await cloud.call('asking', { method, given }, cloud.personas.citizen)).value;
const ask = (code: string) => verify('phoneOf', code);
const aCode = () => cloud.cloud.phoneCode(cloud.personas.citizen);
const answered = (answer: ForcedAnswer) => {
  cloud.cloud.verifiers.next('phone', answer);
  return ask(aCode());
};

describe('the phone button', () => {
  it('gives the number behind a code, once', async () => {
    const code = aCode();
    const phone = cloud.cloud.verifiers.phoneOf(cloud.personas.citizen);
    expect(phone).toBe(cloud.cloud.verifiers.people[0]?.phone);
    expect(await ask(code)).toEqual({ verdict: 'match', phone });
    expect(await ask(code)).toEqual({ verdict: 'refused', why: 'code' });
  });

  it('does not take a code that WeChat never gave', async () => {
    for (const code of ['made-up', '', 'x'.repeat(257)]) {
      expect(await ask(code)).toEqual({ verdict: 'refused', why: 'code' });
    }
  });

  it('takes numbers of the mainland only', async () => {
    const refused = { verdict: 'refused', why: 'phone' };
    expect(await answered({ phone: '61234567', countryCode: '852' })).toEqual(refused);
    expect(await answered({ phone: '15400000001', countryCode: '1' })).toEqual(refused);
    expect(await answered({ phone: '123', countryCode: '86' })).toEqual(refused);
  });

  it.each([
    [40029, { verdict: 'refused', why: 'code' }],
    [45011, { verdict: 'undetermined', why: 'limited' }],
    [-1, DOWN],
    [40001, DOWN],
    [40013, DOWN],
    [43004, DOWN],
    [48001, DOWN],
  ])('answered with errcode %i it says %j', async (errcode, checked) => {
    expect(await answered({ errcode })).toEqual(checked);
  });

  it('is down when the line breaks, and nobody waits longer than four seconds', async () => {
    expect(await answered({ line: 'closed' })).toEqual(DOWN);
    const started = performance.now();
    expect(await answered({ line: 'slow' })).toEqual(DOWN);
    expect(performance.now() - started).toBeLessThan(5_500);
  });

  it('cannot be asked at the wxopen door by a person', async () => {
    const answer = await cloud.call('wxopen', { action: 'phone.read', input: { code: aCode() } }, 'citizen-a');
    expect(answer).toMatchObject({ ok: false, code: 'request.forbidden' });
  });

  it('leaves no number and no code in a log line', async () => {
    const code = aCode();
    const { phone } = await ask(code);
    await ask(code);
    expect(lines.some((line) => line.includes('phone.read'))).toBe(true);
    expect([code, phone, '61234567'].filter((canary) => lines.join('\n').includes(canary))).toEqual([]);
  });
});

it('every other verifier answers inside a function too', async () => {
  const { verifiers } = cloud.cloud;
  const [{ phone, about, ...person } = { phone: '', about: '' }] = verifiers.people;
  expect(await verify('twoFactor', person)).toEqual({ verdict: 'match' });
  expect(await verify('threeFactor', person, phone)).toEqual({ verdict: 'match' });
  const { verifyId } = await verify('startFace', person, 'face-1', 'citizen-a');
  expect(await verify('finishFace', person, 'face-1', verifyId, 'citizen-a')).toEqual({ verdict: 'match' });
  const link = await verify('provinceLink', 'state-1');
  const back = await fetch(`${link}&person=0`, { redirect: 'manual' });
  const { searchParams } = new URL(back.headers.get('location') ?? '');
  expect(searchParams.get('state')).toBe('state-1');
  expect(await verify('provincePerson', searchParams.get('code'))).toEqual({ verdict: 'match', person });
  expect(lines.join('\n')).not.toContain(phone);
});

it('the page of the province lets one choose who signs in, or cancel, and sends nobody elsewhere', async () => {
  const link = new URL(await verify('provinceLink', '"><script>'));
  const page = await (await fetch(link)).text();
  for (const { name } of cloud.cloud.verifiers.people) expect(page).toContain(name);
  expect(page).not.toContain('<script>');
  const cancelled = await fetch(`${link}&cancel=1`, { redirect: 'manual' });
  expect(cancelled.headers.get('location')).toContain('error=access_denied');
  link.searchParams.set('redirect_uri', 'https://elsewhere.test/');
  expect((await fetch(link, { redirect: 'manual' })).status).toBe(400);
});

it('POST /stand-in/phone-code gives the same codes to a page of this machine', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${cloud.url}/stand-in/phone-code`, { method: 'POST', headers });
  const { code } = await (await post({ 'x-wx-openid': 'visitor-1' })).json();
  const phone = cloud.cloud.verifiers.phoneOf('visitor-1');
  expect(await ask(code)).toEqual({ verdict: 'match', phone });
  expect((await post({})).status).toBe(400);
  expect((await post({ 'x-wx-openid': 'visitor-1', origin: 'https://elsewhere.test' })).status).toBe(400);
});
