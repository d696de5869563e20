import type { CloudManager } from './cloud-manager';
import type { Step, Target } from './step';
import { survey } from './survey';

type Say = (line: string) => void;

const runStep = async ({ run }: Step, position: number, say: Say): Promise<boolean> => {
  try {
    await run?.();
    return true;
  } catch (error) {
    say(`第 ${position} 步没有完成：${error instanceof Error ? error.message : String(error)}`);
    say('处理后重新部署即可，已完成的步骤会跳过。');
    return false;
  }
};

/** Brings the cloud to the plan. Refuses before it touches anything; answers whether all is as planned. */
export const carryOut = async (cloud: CloudManager, target: Target, say: Say): Promise<boolean> => {
  const { steps, refusals } = await survey(cloud, target);
  if (refusals.length > 0) {
    for (const sentence of [...refusals, '云上没有任何改动。']) say(sentence);
    return false;
  }
  for (const [i, step] of steps.entries()) {
    say(`${String(i + 1).padStart(3)}/${steps.length} ${step.what}：${step.does}`);
    if (!(await runStep(step, i + 1, say))) return false;
  }
  const changed = steps.filter(({ run }) => run).length;
  say(
    changed === 0
      ? '云上已与计划一致，没有改动。'
      : `部署完成：改动 ${changed} 项，其余 ${steps.length - changed} 项已是如此。`,
  );
  return true;
};
