import type { CloudManager } from './cloud-manager';
import { alreadySo, joined, type Step, type Survey, type Target } from './step';
import { surveyDatabase } from './survey-database';
import { surveyFunctions } from './survey-functions';

const surveyStorage = async ({ storage }: CloudManager): Promise<Survey> => {
  const what = '存储权限';
  const isLocked = (await storage.getStorageAcl()) === 'ADMINONLY';
  const lock: Step = { what, does: '锁定', run: () => storage.setStorageAcl('ADMINONLY') };
  return { steps: [isLocked ? alreadySo(what) : lock], refusals: [] };
};

/** Compares the cloud with the plan; only reads. */
export const survey = async (cloud: CloudManager, target: Target): Promise<Survey> =>
  joined([
    await surveyDatabase(cloud, target.plan.collections),
    await surveyStorage(cloud),
    await surveyFunctions(cloud, target),
  ]);
