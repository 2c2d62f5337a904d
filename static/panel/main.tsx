import { mountPage } from '../shared/mount';
import { PageBoundary } from '../shared/page-boundary';
import { Panel } from './panel';

void mountPage(<PageBoundary><Panel /></PageBoundary>);
