import type { Phone } from './a-phone';

/** What the phone button of WeChat tells the page. */
export type PhoneAnswer = { readonly code?: string; readonly errno?: number; readonly errMsg: string };

/** Ticks the box with this id. */
export const agree = async (phone: Phone, box: string): Promise<void> => {
  await phone.tap(`#${box}`);
  await phone.until(`${box} is ticked`, () => phone.find(`#${box}`)?.data.ariaChecked === true);
};

/** Agrees to the notice, presses the phone button and lets WeChat answer. */
export const pressPhoneButton = async (phone: Phone, detail: PhoneAnswer): Promise<void> => {
  await phone.element('#phone-button');
  if (phone.find('#phone-agree-phone')?.data.ariaChecked !== true) await agree(phone, 'phone-agree-phone');
  const button = await phone.until('the button of WeChat', () => {
    const found = phone.find('#phone-button');
    return found?.data.openType !== undefined && found;
  });
  button.dispatchEvent('getphonenumber', { detail });
};
