import { Refused } from '../../components/refused';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { Receipt } from './receipt';

type Props = { readonly ratingId: string };

/** A receipt that this phone no longer holds. */
export const ReceiptAgain = ({ ratingId }: Props) => {
  const { loaded, reload } = useAnswer('rating.show', { ratingId });
  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  if (loaded.state === 'refused') return <Refused message={loaded.refusal.message} onRetry={reload} />;
  return <Receipt receipt={loaded.value} />;
};
