import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long though its file is short, so that it does not start when all else is done. */
const LONG = [
  'tests/actions/randomised',
  'tests/cms/everyDoor/',
  'tests/scheduling/crashTrial',
  'tests/scheduling/worker',
];

const isLong = ({ moduleId }: TestSpecification) => LONG.some((part) => moduleId.includes(part));

/** Vitest's order (project by project, big files first), with the long ones of a project first. */
// oxlint-disable-next-line house/syntax -- Vitest asks for a class.
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) => {
      const own = sorted.filter(({ project }) => project.name === name);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}
