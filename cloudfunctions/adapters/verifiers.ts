import type { ProofMethod } from '@shared/domain/identity';
import type { Verifiers } from '../ports/verifiers';
import { provinceVerifier } from './province/province-verifier';
import { tencentVerifier } from './tencent/tencent-verifier';
import { readVerifierConfiguration, type VerifierConfiguration } from './verifier-configuration';
import { wechatFace } from './wechat/wechat-face';
import { wxPhone } from './wx/wx-phone';

const OFF = { verdict: 'undetermined', why: 'unsupported' } as const;
const off = async () => OFF;

const offeredBy = ({ phone, tencent, province, face }: VerifierConfiguration): readonly ProofMethod[] => [
  ...(phone ? (['wechatPhone'] as const) : []),
  ...(tencent ? (['idNumber'] as const) : []),
  ...(province ? (['province'] as const) : []),
  ...(face ? (['face'] as const) : []),
];

/** Those that are switched off answer `unsupported`. Throws at the start when a configuration is half or wrong. */
export const configuredVerifiers = (env: Readonly<Record<string, string | undefined>>): Verifiers => {
  const read = readVerifierConfiguration(env);
  if ('problems' in read) throw new Error(`configuration: ${read.problems.join(' ')}`);
  const { tencent, face, phone, province } = read.configuration;
  return {
    offered: offeredBy(read.configuration),
    phoneOf: phone ? wxPhone : off,
    ...(tencent ? tencentVerifier(tencent) : { twoFactor: off, threeFactor: off }),
    ...(face ? wechatFace(face) : { startFace: off, finishFace: off }),
    ...(province ? provinceVerifier(province) : { provinceLink: closedLink, provincePerson: off }),
  };
};

const closedLink = (): string => {
  throw new Error('the province is not among the verifiers that are offered');
};
