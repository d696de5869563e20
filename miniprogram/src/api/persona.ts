const KEY = 'openid';

const fromAddress = (): string | null => {
  const given = new URLSearchParams(window.location.search).get('openid');
  if (given) window.sessionStorage.setItem(KEY, given);
  return given ?? window.sessionStorage.getItem(KEY);
};

/** Who the local demo says is holding the phone. In WeChat the cloud knows it; no other build has such a header. */
export const personaHeaders = (): Readonly<Record<string, string>> => {
  if (!IS_LOCAL) return {};
  const openid = fromAddress();
  return openid ? { 'x-wx-openid': openid } : {};
};
