import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { receiptOf } from '../../features/rating/last-receipt';
import { Receipt } from '../../features/rating/receipt';
import { ReceiptAgain } from '../../features/rating/receipt-again';

definePageConfig({ navigationBarTitleText: '评价回执' });

/** 回执页 of the rating that was just given, or of an older one by `ratingId`. */
export default function ReceiptPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const receipt = receiptOf(ratingId);
  return (
    <Screen title="评价回执">
      {receipt ? <Receipt receipt={receipt} asSent={receipt.asSent} /> : <ReceiptAgain ratingId={ratingId} />}
    </Screen>
  );
}
