import { mountPage } from '../shared/mount';

void mountPage(<p>Groundwork</p>);
