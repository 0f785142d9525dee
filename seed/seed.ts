import { seedNewsroom } from './seedNewsroom';
import { withPayload } from './withPayload';

/** `npm run seed`: the first users where there are none, and every story in seed/articles. */
await withPayload(async (payload) => {
  const { signIns, stories } = await seedNewsroom({ payload });
  for (const { file, outcome, message } of stories) console.log(`${file}: ${message ?? outcome}`);
  if (signIns.length > 0) {
    console.log('\nFirst sign-in. These passwords are shown this once; keep them or change them:');
    for (const { email, password, role } of signIns)
      console.log(`  ${email}  ${password}  ${role}`);
  }
  return stories.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
});
