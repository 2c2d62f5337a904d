import { mountPage } from '../shared/mount';
import { PageBoundary } from '../shared/page-boundary';
import { GatePage } from './gate-page';

void mountPage(<PageBoundary><GatePage /></PageBoundary>);
