import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { FAULT_KINDS, type Fault } from './fault';

const count = z.int().check(z.minimum(0));
const HOW_OFTEN = {
  door: z.optional(z.string().check(z.minLength(1))),
  times: z.optional(z.int().check(z.minimum(1))),
  after: z.optional(count),
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  seed: z.optional(count),
};
const anOpenApiError = z.strictObject({ errcode: z.int(), ...HOW_OFTEN });
const aFault = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  action: z.optional(z.string().check(z.minLength(1))),
  milliseconds: z.optional(count.check(z.maximum(60_000))),
  errcode: z.optional(z.int()),
  ...HOW_OFTEN,
});
const FILE = z.strictObject({
  /** By the name of the call; several strike one after the other. */
  openapi: z.optional(z.record(z.string(), z.union([anOpenApiError, z.array(anOpenApiError)]))),
  faults: z.optional(z.array(aFault)),
});

const EXAMPLE = '{"openapi":{"subscribeMessage.send":{"errcode":43101,"times":2}}}';

export type FaultsFile = { readonly faults: readonly Fault[] } | { readonly complaint: string };

/** The faults that an operator demands; a file that is not there demands none. The complaint is one for people. */
export const readFaultsFile = (file: string): FaultsFile => {
  if (!existsSync(file)) return { faults: [] };
  try {
    const read = z.safeParse(FILE, JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? { faults: faultsOf(read.data) } : { complaint: complaint(file, whereWrong(read.error)) };
  } catch (error) {
    return { complaint: complaint(file, `读不懂（${error instanceof Error ? error.message : String(error)}）`) };
  }
};

const faultsOf = ({ openapi = {}, faults = [] }: z.infer<typeof FILE>): readonly Fault[] => [
  ...faults,
  ...Object.entries(openapi).flatMap(([action, errors]) =>
    [errors].flat().map((error) => ({ kind: 'openapiError' as const, action, ...error })),
  ),
];

const whereWrong = ({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string => {
  const path = (issues[0]?.path ?? []).map(String).join(' › ');
  return path === '' ? '最外层只能有 openapi 和 faults 两项' : `“${path}”写得不对`;
};

const complaint = (file: string, why: string): string =>
  `故障文件 ${file} 没有采用，本次不注入任何故障：${why}。请照这个样子改正后重启：${EXAMPLE}`;
