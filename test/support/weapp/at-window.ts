import type { TestCloud } from '../a-local-cloud';
import type { Phone } from './a-phone';

/** Opens the app by the code that hangs at that window. */
export const scan = (phone: Phone, cloud: TestCloud, windowId: string): void =>
  phone.open(`/pages/rate/index?scene=${encodeURIComponent(cloud.sign(windowId).scene)}`);

export const choose = async (phone: Phone, level: string): Promise<void> => {
  await phone.tap(`#face-${level}`);
  await phone.until(`${level} is chosen`, () => phone.find(`#face-${level}`)?.data.ariaChecked === true);
};

export const actions = (phone: Phone): readonly string[] => phone.calls.map(({ action }) => action);

/** What was sent as ratings, in the order in which it was sent. */
export const submitted = (phone: Phone) =>
  phone.calls.filter(({ action }) => action === 'rating.submit').map(({ input }) => input);
