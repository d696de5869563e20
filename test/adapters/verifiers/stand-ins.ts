import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provinceVerifier } from '../../../cloudfunctions/adapters/province/province-verifier';
import { tencentVerifier } from '../../../cloudfunctions/adapters/tencent/tencent-verifier';
import { readVerifierConfiguration } from '../../../cloudfunctions/adapters/verifier-configuration';
import { wechatFace } from '../../../cloudfunctions/adapters/wechat/wechat-face';
import { provinceReturnOf, verifierEnvironment } from '../../../cloudfunctions/demo/verifier-environment';
import { STAND_IN_ACCOUNTS } from '../../../cloudfunctions/stand-ins/accounts';
import { type CloudWithStandIns, startCloudWithStandIns } from '../../../cloudfunctions/stand-ins/cloud-with-stand-ins';
import { type FictionalPerson, PEOPLE } from '../../../cloudfunctions/stand-ins/people';

export const OPENID = 'canary-openid';
/** A number of nobody's that no stand-in knows; its check digit is right. */
export const UNKNOWN_ID = '11010519491231002X';

const [anna, ben] = PEOPLE as readonly [FictionalPerson, FictionalPerson];

export { anna, ben };

export const personOf = ({ name, idNumber }: FictionalPerson) => ({ name, idNumber });

/** Whatever must never stand in a line, an error or an address. */
export const CANARIES: readonly string[] = [
  ...PEOPLE.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]),
  ...[UNKNOWN_ID, OPENID],
  ...[STAND_IN_ACCOUNTS.tencent.secretKey, STAND_IN_ACCOUNTS.wechat.appSecret, STAND_IN_ACCOUNTS.province.clientSecret],
];

export type StandInCloud = {
  readonly cloud: CloudWithStandIns;
  readonly lines: string[];
  readonly env: Record<string, string>;
  /** A code with which this person comes back from the province. */
  provinceCode(person: FictionalPerson): string;
  close(): Promise<void>;
};

/** A local cloud without functions: only its stand-ins answer. */
export const startStandIns = async (): Promise<StandInCloud> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'haochaping-stand-ins-'));
  const lines: string[] = [];
  const cloud = await startCloudWithStandIns({
    dataDir: directory,
    functionsDir: path.join(directory, 'functions'),
    schema: {},
    env: {},
    unindexed: 'refuse',
    log: (line) => lines.push(line),
  });
  const close = async () => {
    await cloud.close();
    await rm(directory, { recursive: true, force: true });
  };
  const provinceCode = (person: FictionalPerson) => cloud.verifiers.provinceCode(person, provinceReturnOf(cloud.url));
  return { cloud, lines, env: verifierEnvironment(cloud.url), provinceCode, close };
};

/** The three adapters that speak HTTP, configured as the functions are. */
export const adaptersOf = (env: Record<string, string>) => {
  const read = readVerifierConfiguration(env);
  if ('problems' in read) throw new Error(read.problems.join(' '));
  const { tencent, face, province } = read.configuration;
  if (!tencent || !face || !province) throw new Error('not all verifiers are on');
  return { tencent: tencentVerifier(tencent), face: wechatFace(face), province: provinceVerifier(province) };
};
