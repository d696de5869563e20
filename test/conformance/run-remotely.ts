import type { CloudManager, FunctionSettings } from '../../cloudfunctions/deploy/cloud-manager';
import { RUNTIME } from '../../cloudfunctions/deploy/plan';
import { existingFunctions } from '../../cloudfunctions/deploy/survey-functions';
import { PROBE } from './bundle-probe';
import { CASES, titleOf } from './cases';
import type { ProbeEvent } from './probe';
import type { Outcome } from './run-case';

type Invocation = { readonly InvokeResult: number; readonly RetMsg: string; readonly ErrMsg: string };

/** The calls of `@cloudbase/manager-node` that the suite makes, under their own names. */
export type ProbeCloud = {
  readonly functions: Pick<
    CloudManager['functions'],
    'listFunctions' | 'getFunctionDetail' | 'createFunction' | 'waitFunctionActive'
  > & {
    invokeFunction(name: string, event: ProbeEvent): Promise<Invocation>;
    deleteFunction(name: string): Promise<unknown>;
  };
};

/** So many take well under the function's minute. */
const BATCH = 25;

const SETTINGS: FunctionSettings = {
  name: PROBE,
  runtime: RUNTIME,
  handler: 'index.main',
  timeout: 60,
  memorySize: 512,
  envVariables: {},
  description: 'haochaping conformance probe',
  installDependency: false,
};

/**
 * Deploys the probe from `functionsDir`, runs every case in it and takes it away again.
 * @throws when the environment has a function of that name that is not ours, or cannot be reached
 */
export const runRemotely = async (
  { functions }: ProbeCloud,
  functionsDir: string,
  say: (line: string) => void,
): Promise<readonly Outcome[]> => {
  await makeRoom(functions);
  await functions.createFunction({ func: SETTINGS, functionRootPath: functionsDir, deployMode: 'zip' });
  try {
    await functions.waitFunctionActive(PROBE);
    say(`云函数 ${PROBE} 已部署，开始逐批运行 ${CASES.length} 例。`);
    return await runInBatches(functions, say);
  } finally {
    await functions.deleteFunction(PROBE).then(
      () => say(`云函数 ${PROBE} 已删除；集合 conformance、conformance_claim、conformance_made 可在控制台删除。`),
      () => say(`云函数 ${PROBE} 没有删掉，请在控制台删除。`),
    );
  }
};

/** What an earlier run left may go; anybody else's function may not. */
const makeRoom = async (functions: ProbeCloud['functions']): Promise<void> => {
  if (!(await existingFunctions({ functions })).has(PROBE)) return;
  const { Description } = await functions.getFunctionDetail(PROBE);
  if (Description !== SETTINGS.description)
    throw new Error(`环境里已有名为 ${PROBE} 的云函数，且不是本测试部署的，未作任何改动。`);
  await functions.deleteFunction(PROBE);
};

const runInBatches = async (functions: ProbeCloud['functions'], say: (line: string) => void): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < CASES.length; from += BATCH) {
    outcomes.push(...(await runBatch(functions, from)));
    say(`${String(outcomes.length).padStart(4)}/${CASES.length}`);
  }
  return outcomes;
};

/** A batch that fails as a whole has failed in each of its cases. */
const runBatch = async (functions: ProbeCloud['functions'], from: number): Promise<Outcome[]> => {
  const failed = (got: string): Outcome[] =>
    CASES.slice(from, from + BATCH).map((of) => ({ name: titleOf(of), passed: false, got }));
  try {
    const { InvokeResult, RetMsg, ErrMsg } = await functions.invokeFunction(PROBE, { from, count: BATCH });
    return InvokeResult === 0 ? (JSON.parse(RetMsg) as Outcome[]) : failed(`云函数出错：${ErrMsg || RetMsg}`);
  } catch (error) {
    return failed(`调用没有完成：${error instanceof Error ? error.message : String(error)}`);
  }
};
