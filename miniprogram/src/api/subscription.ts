import { personaHeaders } from './persona';

/** Agrees to these messages as a tap in WeChat's own question would; only the cloud on this machine counts them. */
export const acceptMessages = async (templateIds: readonly string[]): Promise<void> => {
  const response = await fetch('/stand-in/subscription', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...personaHeaders() },
    body: JSON.stringify({ templateIds }),
  });
  if (!response.ok) throw new Error('no messages');
};
