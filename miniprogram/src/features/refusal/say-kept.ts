import type { Refusal } from '../../api/call';

type Failure = { readonly failure: string | null; readonly code: Refusal['code'] | null };

/** Why it was not sent; without a network, that nothing of it is lost. */
export const sayKept = ({ failure, code }: Failure): string | null =>
  code === 'network.down' ? '网络不通，内容已保留，请在网络恢复后再提交。' : failure;
