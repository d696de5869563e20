const KEY = 'openid';

const fromAddress = (): string | null => {
  const given = new URLSearchParams(window.location.search).get('openid');
  if (given) window.sessionStorage.setItem(KEY, given);
  return given ?? window.sessionStorage.getItem(KEY);
};

/** Who the local demo says is holding the phone. In WeChat the cloud knows it; no other build has personas. */
const persona = (): string | null => (IS_LOCAL && process.env.TARO_ENV === 'h5' ? fromAddress() : null);

export const personaHeaders = (): Readonly<Record<string, string>> => {
  const openid = persona();
  return openid ? { 'x-wx-openid': openid } : {};
};

/** The name under which something of this person alone is kept. A phone with WeChat has one person. */
export const ownKey = (key: string): string => {
  const openid = persona();
  return openid ? `${openid}.${key}` : key;
};
