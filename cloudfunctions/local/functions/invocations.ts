import { randomBytes, randomUUID } from 'node:crypto';

/** Where an invocation comes from, in the platform's words: the whole chain, such as `wx_client,scf`. */
export type InvocationSource = 'wx_client' | 'wx_trigger' | `${string},scf`;

export type Invocation = {
  readonly requestId: string;
  readonly door: string;
  readonly source: InvocationSource;
  readonly openid?: string;
  /** From where the client calls, IPv4 or IPv6. */
  readonly clientIp?: string;
  /**
   * The SDK sends the value of `WX_API_TOKEN` with every request: so each request is known to belong to one running
   * invocation, and nothing else on this machine can speak to the database.
   */
  readonly token: string;
};

/** Whose phone has led to it, as far as any. */
export type Client = Pick<Invocation, 'openid' | 'clientIp'>;

export type Invocations = {
  begin(door: string, source: InvocationSource, client: Client): Invocation;
  end(invocation: Invocation): void;
  byToken(token: unknown): Invocation | undefined;
};

export const runningInvocations = (): Invocations => {
  const running = new Map<string, Invocation>();
  return {
    begin: (door, source, { openid, clientIp }) => {
      const token = randomBytes(24).toString('hex');
      const client = { ...(openid !== undefined && { openid }), ...(clientIp !== undefined && { clientIp }) };
      const invocation = { requestId: randomUUID(), door, source, token, ...client };
      running.set(token, invocation);
      return invocation;
    },
    end: ({ token }) => void running.delete(token),
    byToken: (token) => (typeof token === 'string' ? running.get(token) : undefined),
  };
};
