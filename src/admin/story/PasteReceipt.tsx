import { fateOf, type Receipt } from '../../domain/formats/Receipt';
import { ReceiptList } from '../import/ReceiptList';
import { useWords } from '../words/useWords';

import '../import/import.css';

/** What of a paste is not on the page as it was there, until somebody has read it. */
export function PasteReceipt({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const { say } = useWords();
  // Programs and styles that no reader of the page sees are nobody's loss.
  const told = receipt.filter(({ code }) => fateOf(code) !== 'kept' && code !== 'pageCode');
  if (told.length === 0) return null;
  return (
    <div className="story-paste">
      <ReceiptList receipt={told} title={say('story:pasteReceipt')} />
      <button className="story-paste__close" onClick={onClose} type="button">
        {say('story:pasteReceiptRead')}
      </button>
    </div>
  );
}
