import { personaHeaders } from './persona';

/** A one-use code as the phone button of WeChat would hand it over; only the cloud on this machine gives one. Rejects else. */
export const phoneCode = async (): Promise<string> => {
  const response = await fetch('/stand-in/phone-code', { method: 'POST', headers: personaHeaders() });
  const { code } = (await response.json()) as { code: string | null };
  if (!code) throw new Error('no phone code');
  return code;
};
