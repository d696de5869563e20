import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import { Receipt } from './receipt';

type Props = { readonly ratingId: string };

/** A receipt that this phone no longer holds. */
export const ReceiptAgain = ({ ratingId }: Props) => {
  const { loaded, reload } = useAnswer('rating.show', { ratingId });
  if (loaded.state === 'loading') return <Skeleton lines={5} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return <Receipt receipt={loaded.value} />;
};
