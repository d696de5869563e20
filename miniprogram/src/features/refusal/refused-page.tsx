import type { ReactNode } from 'react';
import type { Refusal } from '../../api/call';
import { Refused } from '../../components/refused';
import { isPassing } from './passing';
import { WayOut } from './way-out';

type Props = {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
  /** What else can be done about a refusal that stays; comes first. */
  readonly children?: ReactNode;
};

/** Instead of a page that the cloud refused: 重试 where that may help, else the way out. */
export const RefusedPage = ({ refusal, onRetry, children }: Props) =>
  isPassing(refusal) ? (
    <Refused message={refusal.message} onRetry={onRetry} />
  ) : (
    <Refused message={refusal.message}>
      {children}
      <WayOut refusal={refusal} look={children ? 'plain' : 'primary'} />
    </Refused>
  );
