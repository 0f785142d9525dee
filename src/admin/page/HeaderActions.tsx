import { NoticesBell } from '../notices/NoticesBell';
import { QuickSearch } from '../search/QuickSearch';

/** What stands in the header of every page; as one, since Payload turns several around on some. */
export function HeaderActions() {
  return (
    <div className="panel-actions">
      <QuickSearch />
      <NoticesBell />
    </div>
  );
}
