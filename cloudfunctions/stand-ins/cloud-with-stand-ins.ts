import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../local/local-cloud';
import { type StandIns, verifierStandIns } from './stand-ins';

export type CloudWithStandIns = LocalCloud & {
  /** Functions reach them when they are configured (`demo/verifier-environment.ts`). */
  readonly verifiers: StandIns;
  /** A fresh code for this account's fictional number, as the phone button hands it to the page: one use, five minutes. */
  phoneCode(openid: string): string;
};

/** The local cloud with everything around it that the product speaks with. */
export const startCloudWithStandIns = async (
  options: Omit<LocalCloudOptions, 'openapi'>,
): Promise<CloudWithStandIns> => {
  const standIns = verifierStandIns();
  const started: { cloud?: LocalCloud } = {};
  const running = (): LocalCloud => {
    if (!started.cloud) throw new Error('the local cloud is still starting');
    return started.cloud;
  };
  const cloud = await startLocalCloud({
    ...options,
    openapi: standIns.openapi,
    routes: (app) => {
      standIns.routes(app, running);
      options.routes?.(app);
    },
  });
  started.cloud = cloud;
  return { ...cloud, verifiers: standIns.of(cloud), phoneCode: cloud.phones.issue };
};
