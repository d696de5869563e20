import type { Health } from './adapters/health';
import { provinceVerifier } from './adapters/province/province-verifier';
import { tencentVerifier } from './adapters/tencent/tencent-verifier';
import { readVerifierConfiguration, type VerifierConfiguration } from './adapters/verifier-configuration';
import { wechatFace } from './adapters/wechat/wechat-face';

const SAID: Readonly<Record<Health, string>> = {
  works: '可用',
  keyWrong: '密钥不对',
  notActivated: '未开通',
  unreachable: '连不上',
};

type Check = readonly [name: string, check: () => Promise<Health>];

/** One harmless call each: none is charged, and none names anybody. */
const checksOf = ({ tencent, face, province }: VerifierConfiguration): readonly Check[] => [
  ...(tencent ? ([['腾讯云二要素、三要素核验', tencentVerifier(tencent).check]] as const) : []),
  ...(face ? ([['微信人脸核身', wechatFace(face).check]] as const) : []),
  ...(province ? ([['省统一身份认证', provinceVerifier(province).check]] as const) : []),
];

const check = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const read = readVerifierConfiguration(env);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problem);
    return 1;
  }
  const checks = checksOf(read.configuration);
  const healths = await Promise.all(checks.map(([, ask]) => ask()));
  for (const [i, [name]] of checks.entries()) console.log(`${name}：${SAID[healths[i] ?? 'unreachable']}`);
  if (read.configuration.phone)
    console.log('微信手机号：已打开，不需要密钥；云函数 wxopen 的云调用权限请在开发者工具中上传。');
  if (checks.length === 0 && !read.configuration.phone) console.log('没有打开任何核验方式。');
  return healths.every((health) => health === 'works') ? 0 : 1;
};

check(process.env).then((code) => {
  process.exitCode = code;
});
