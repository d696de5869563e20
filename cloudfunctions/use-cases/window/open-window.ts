import type { openWindow as contract } from '@shared/contracts/citizen';
import { levelOf } from '@shared/domain/identity';
import { sealOpenedForm } from '@shared/domain/opened-form';
import { readWindowCode } from '@shared/domain/window-code';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { UseCase } from '../../ports/context';
import { raterOf } from '../identity/rater';
import { waitingServices } from '../rating/waiting-services';
import { checkCode } from './check-code';
import { describeWindow } from './describe-window';

/**
 * 打开窗口: what the scanned code leads to, and what of this rater's own waits here. What it says of who serves may be as old as
 * the directory's memory of a window: so long after a change of shift the form still names the one before, and the rating goes
 * to whom the form named.
 */
export const openWindow: UseCase<typeof contract> = async ({ scene }, context) => {
  const code = readWindowCode(scene, context.digests.windowCode);
  if (!code.ok) return code;
  const { windowId } = code.value;
  const raterAndWaiting = async () => {
    const rater = await raterOf(context);
    return { rater, waiting: await context.cases.waitingFor(rater.caseRefs, context.now, windowId) };
  };
  const [window, { rater, waiting }] = await Promise.all([context.directory.window(windowId), raterAndWaiting()]);
  if (!window) return refuse('window.unknown');
  const valid = checkCode(code.value, window);
  if (!valid.ok) return valid;

  const described = await describeWindow(window, context.directory);
  const policy = policyOn(described.place, dayOf(context.now));
  if (!policy.ok) return policy;
  const items = await context.directory.items(window.itemCodes);
  const form = { windowId, staffId: window.onDuty?.staffId ?? null, openedAt: context.now };
  return ok({
    place: { id: policy.value.id, name: policy.value.place },
    center: described.center.name,
    window: window.name,
    unit: described.unit.name,
    staff: window.onDuty && { name: window.onDuty.name, workNo: window.onDuty.workNo },
    served: sealOpenedForm(form, context.digests.formSeal(context.actor.ref)),
    items: items.map((item) => ({ code: item._id, name: item.name })),
    dictionary: policy.value.tags.id,
    proof: levelOf(rater.identity),
    hasCompany: rater.identity?.sealed.companyCode !== undefined,
    services: await waitingServices(waiting, context.directory),
  });
};
