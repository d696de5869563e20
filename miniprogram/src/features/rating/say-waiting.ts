import { type Unsent, unsentRatings } from './unsent';

const SENTENCES = {
  network: {
    kept: '网络不通，您填写的内容已保存，网络恢复后会自动提交。',
    notKept: '网络不通，手机空间不足，没能保存您填写的内容。请不要关闭，网络恢复后会自动提交。',
  },
  system: {
    kept: '系统出了点问题，您填写的内容已保存，下次打开时会自动提交。',
    notKept: '系统出了点问题，手机空间不足，没能保存您填写的内容。请不要关闭，稍后重试。',
  },
} as const;

/** What happens to a rating that waits, and whether the app may be closed meanwhile. */
export const sayWaiting = ({ refusal }: Unsent): string =>
  SENTENCES[refusal.code === 'network.down' ? 'network' : 'system'][unsentRatings.isKept() ? 'kept' : 'notKept'];
