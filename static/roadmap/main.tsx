import { mountPage } from '../shared/mount';
import { RoadmapPage } from './roadmap-page';

void mountPage(<RoadmapPage />);
