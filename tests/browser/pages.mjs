// The pages in a real browser: no error in the console, no request, the key points are on the first screen and lead
// somewhere, filters and keys work, they print on a few sheets, and all is readable without scripts. Prints TAP.
//
//     node pages.mjs CHROMIUM PAGE.html...
import { createRequire } from 'node:module';
const [executablePath, modules, ...pages] = process.argv.slice(2);
const { chromium } = createRequire(modules + '/')('playwright-core');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
let number = 0, failed = false;
const ok = (good, name, why) => {
  failed ||= !good;
  console.log(`${good ? 'ok' : 'not ok'} ${++number} - ${name}`);
  if (!good && why) console.log(`# ${String(why).replace(/\n/g, ' ').slice(0, 200)}`);
};
const open = async (file, options) => {
  const context = await browser.newContext(options), page = await context.newPage(), said = [];
  page.on('console', m => said.push(`console: ${m.text()}`));
  page.on('pageerror', e => said.push(`error: ${e.message}`));
  page.on('request', r => { if (!r.url().startsWith('file:') && !r.url().startsWith('data:')) said.push(`request: ${r.url()}`); });
  await page.goto('file://' + file);
  return { context, page, said };
};

for (const file of pages) {
  const name = file.replace(/.*\//, '').replace('.html', '');
  const { context, page, said } = await open(file, { viewport: { width: 1280, height: 900 } });
  if (name === 'bad') {
    await page.waitForTimeout(300);
    ok(said.some(s => s.startsWith('error')) && said.some(s => s.startsWith('request')), 'a bad page is caught', said);
    await context.close();
    continue;
  }
  const first = await page.evaluate(() => {
    const list = [...document.querySelectorAll('.points li a')];
    return { count: list.length, seen: list.filter(a => a.getBoundingClientRect().bottom < innerHeight).length,
      lost: list.filter(a => !document.getElementById(a.getAttribute('href').slice(1))).map(a => a.getAttribute('href')),
      long: list.filter(a => a.textContent.length > 160).length };
  });
  ok(first.count > 0 && first.count <= 7 * pages.length && first.seen > 0, `${name}: the first screen says it`, JSON.stringify(first));
  ok(!first.lost.length, `${name}: every key point leads to its evidence`, first.lost);
  if (await page.locator('input[name=show]').count()) {
    const all = await page.locator('.b > .c:visible').count();
    await page.keyboard.press('v');
    const left = await page.evaluate(() => [...document.querySelectorAll('.b > .c')].filter(e => e.offsetParent)
      .map(e => [e.classList.contains('number'), e.getBoundingClientRect().height]));
    ok(left.length < all && left.every(([kind, height]) => kind || height < 40), `${name}: the filter leaves sentences`, `${left.length} of ${all}`);
    const seen = [];
    for (let i = 0; i < 3; i++) { await page.keyboard.press('n'); seen.push(await page.evaluate(() => document.querySelector('.now')?.className)); }
    ok(seen.every(c => c && c.includes('number')), `${name}: n steps through what the filter left`, seen);
    await page.keyboard.press('N');
    ok(/^#[ab]-c-/.test(await page.evaluate(() => location.hash)), `${name}: each change has a link`);
    await page.keyboard.press('a');
    ok(await page.locator('#map').count() === 1, `${name}: minimap`);
  }
  if (await page.locator('#state-missed').count()) {
    await page.locator('label[for=state-missed]').click();
    const wrong = await page.locator('tr.st:visible:not(.o-missed)').count();
    ok(!wrong, `${name}: the ledger by state`, wrong);
    await page.locator('label[for=state-all]').click();
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) || []).length;
  ok(sheets > 0 && sheets <= 15, `${name}: prints on few sheets`, sheets);
  await page.setViewportSize({ width: 400, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  ok(wide <= 400, `${name}: fits 400 pixels`, wide);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  ok(dark !== 'rgb(255, 255, 255)', `${name}: dark`, dark);
  ok(!said.length, `${name}: no request, nothing in the console`, said);
  await context.close();
  const bare = await open(file, { javaScriptEnabled: false });
  ok((await bare.page.locator('main').innerText()).length > 300 && !bare.said.length, `${name}: readable without scripts`, bare.said);
  await bare.context.close();
}
await browser.close();
console.log(`1..${number}`);
process.exit(failed ? 1 : 0);
