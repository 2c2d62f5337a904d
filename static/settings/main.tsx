import { mountPage } from '../shared/mount';
import { PageBoundary } from '../shared/page-boundary';
import { SettingsPage } from './settings-page';

void mountPage(<PageBoundary><SettingsPage /></PageBoundary>);
