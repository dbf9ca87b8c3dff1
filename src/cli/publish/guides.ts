import type { PlanProfile } from '../../plan/profile.ts';
import { html, page, type Html } from './html.ts';
import { developmentOrigin } from './manifest.ts';

/** A file of the published folder, with what it is for. */
export interface Guide {
  readonly path: string;
  readonly title: string;
  /** For whom, or when. */
  readonly audience: string;
  readonly content: string;
}

/** What the guides tell of. */
export interface GuideFacts {
  readonly profile: PlanProfile;
  /** Origin that serves the pane. */
  readonly origin: string;
  /** Version of the add-in's manifest. */
  readonly version: string;
}

/** One guide per way in which the add-in comes to a person, and one for the person who opens the template. */
export function guides(facts: GuideFacts): readonly Guide[] {
  const { profile } = facts;
  const guide = (path: string, title: string, audience: string, lead: string, body: Html): Guide => ({
    path: `guides/${path}.html`,
    title,
    audience,
    content: page(profile, title, lead, body),
  });
  return [
    guide(
      'opening-the-template',
      'Opening the invoice workbook',
      'Billers: everyone who fills in invoices',
      `template.xlsx is the workbook in which you invoice ${profile.name}. It works in Excel 2016 and later. The CalAIM Invoice pane, which checks and sends, works in Microsoft 365 and Excel 2021 and later.`,
      openingBody,
    ),
    guide(
      'provider-administrator',
      'Add CalAIM Invoice for your organization',
      'The Microsoft 365 administrator of a provider',
      'Fifteen minutes, once. Afterwards the people you choose find CalAIM Invoice on the Home tab of Excel, on every computer they sign in to, and the pane opens together with the invoice workbook.',
      providerAdministratorBody(facts),
    ),
    guide(
      'plan-administrator',
      "Add CalAIM Invoice for the plan's own staff",
      `The Microsoft 365 administrator of ${profile.name}`,
      'For the staff who help providers and try out the workbook. Providers belong to other organizations: they add the add-in themselves, with the guide for their administrator.',
      planAdministratorBody(facts),
    ),
    guide(
      'one-computer',
      'Try CalAIM Invoice on one computer',
      'A person without an administrator, for a trial',
      'Loads the add-in for yourself only, from manifest.xml. Good for a trial; for every month, ask the administrator of your organization.',
      oneComputerBody,
    ),
  ];
}

/** The first page of the published folder. */
export function indexPage({ profile, origin, version }: GuideFacts, all: readonly Guide[]): string {
  const rows = all.map(
    ({ path, title, audience }) =>
      html`<tr>
        <td>${audience}</td>
        <td><a href="${path}">${title}</a></td>
      </tr>`,
  );
  return page(
    profile,
    `Invoices to ${profile.name}`,
    'Everything that a provider needs to invoice Enhanced Care Management and Community Supports from Excel.',
    html`${origin === developmentOrigin ? developmentNote : []}
      <h2>Start here</h2>
      <table>
        <thead>
          <tr>
            <th>You are</th>
            <th>Read</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
      <h2>What is in this folder</h2>
      <table>
        <thead>
          <tr>
            <th>File</th>
            <th>What it is</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td><a href="template.xlsx">template.xlsx</a></td>
            <td>The invoice workbook for ${profile.name}. Hand it out as it is: it holds no one’s data.</td>
          </tr>
          <tr>
            <td><a href="manifest.xml">manifest.xml</a></td>
            <td>
              What an administrator gives to Microsoft 365: add-in version ${version}, pane at <code>${origin}</code>.
            </td>
          </tr>
          <tr>
            <td>assets</td>
            <td>The icons that the manifest names, for the server of the pane.</td>
          </tr>
        </tbody>
      </table>`,
  );
}

const developmentNote = html`<p class="note">
  <strong>For trying out on one computer.</strong> The manifest in this folder points at
  <code>${developmentOrigin}</code>. A set for providers is made with the address of the plan’s server:
  <code>calaim-invoice publish --origin https://…</code>
</p>`;

/** Protected View, and where the pane opens by itself: what every reader needs after the add-in is there. */
const openSection = html`<h2>If a yellow bar says PROTECTED VIEW</h2>
  <p>
    Excel opens files from e-mail and the Internet so that nothing in them runs. The pane stays away until you leave it.
  </p>
  <ol>
    <li>Save the file to a folder of your organization first.</li>
    <li>Open it and choose <strong>Enable Editing</strong> in the yellow bar.</li>
    <li>
      No such button, or a red bar? Close the file. In Windows, right-click it, choose <strong>Properties</strong>, tick
      <strong>Unblock</strong>, <strong>OK</strong>, and open it again.
    </li>
  </ol>
  <h2>Where the pane opens by itself</h2>
  <table>
    <thead>
      <tr>
        <th>How CalAIM Invoice came to you</th>
        <th>With the workbook</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>Your administrator added it</td>
        <td>
          It opens by itself, in Excel for Windows, Mac and the web. The first time, Excel may ask whether you trust it:
          choose <strong>Trust</strong>.
        </td>
      </tr>
      <tr>
        <td>You loaded manifest.xml yourself</td>
        <td>It opens by itself on the computer, or in the browser, where you loaded it.</td>
      </tr>
      <tr>
        <td>It did not open</td>
        <td>
          Three clicks: <strong>Home</strong>, <strong>Add-ins</strong>, <strong>CalAIM Invoice</strong>. Where its
          button already stands on the Home tab, that one click is enough.
        </td>
      </tr>
      <tr>
        <td>It is not there at all</td>
        <td>
          The workbook works without it: lists, prompts, look-ups and red marks are its own. To check and send, ask your
          administrator for the add-in.
        </td>
      </tr>
    </tbody>
  </table>`;

const openingBody = html`<h2>First</h2>
  <ol>
    <li>
      Save <strong>template.xlsx</strong> under a name of your own, without a member’s name in it: for example
      <code>Invoices 2026-10.xlsx</code>.
    </li>
    <li>Open it. The Instructions sheet says in one page what to do.</li>
    <li>
      On <strong>Setup</strong>, enter your organization and its sites, once. For the next month, start from a copy of
      that file.
    </li>
  </ol>
  ${openSection}
  <h2>Without a network</h2>
  <p>You can fill in the workbook offline. Only checking with the plan and sending wait until you are online again.</p>
  <h2>To print</h2>
  <p>
    On the Invoice sheet, filter the invoice number for filled cells first: the prepared rows print otherwise. The
    columns come in groups, each with the member’s CIN.
  </p>`;

function uploadSteps({ origin }: GuideFacts, choice: string): Html {
  return html`<ol>
      <li>
        Save <strong>manifest.xml</strong> on your computer. It names one server, <code>${origin}</code>, and asks to
        read and write the open workbook, nothing else.
      </li>
      <li>
        Sign in to the Microsoft 365 admin center, <code>admin.microsoft.com</code>, with an account that may manage
        apps.
      </li>
      <li>
        Choose <strong>Settings</strong>, then <strong>Integrated apps</strong>, then
        <strong>Upload custom apps</strong>.
      </li>
      <li>
        As the app type choose <strong>Office Add-in</strong>, then
        <strong>Upload manifest file (.xml) from device</strong>, and take manifest.xml.
      </li>
      <li>${choice}</li>
      <li>Accept the permissions and choose <strong>Finish deployment</strong>.</li>
    </ol>
    <p>Microsoft needs up to 24 hours to bring it to everyone. Restarting Excel makes it appear sooner.</p>`;
}

function networkSection({ origin, profile }: GuideFacts): Html {
  return html`<h2>What your network has to let through</h2>
    <table>
      <thead>
        <tr>
          <th>Address</th>
          <th>What for</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td><code>${origin}</code></td>
          <td>The pane and its list of plans</td>
        </tr>
        <tr>
          <td><code>appsforoffice.microsoft.com</code></td>
          <td>Microsoft’s library for Office add-ins</td>
        </tr>
        <tr>
          <td>The endpoint of ${profile.name}</td>
          <td>
            Sign-in and invoices, over https. The pane reads its address from a signed list, never from a workbook.
          </td>
        </tr>
      </tbody>
    </table>
    <p>
      The add-in keeps no member data outside the workbook: none in the browser’s storage, in addresses or in logs.
    </p>`;
}

function providerAdministratorBody(facts: GuideFacts): Html {
  return html`<h2>Add it</h2>
    ${uploadSteps(facts, 'Choose who gets it: the people who bill, or a group of theirs.')}
    <h2>Check that it is there</h2>
    <ol>
      <li>Open Excel as one of those people. <strong>CalAIM Invoice</strong> is on the Home tab.</li>
      <li>Open <strong>template.xlsx</strong>. The pane opens beside it and shows ${facts.profile.name}.</li>
    </ol>
    ${networkSection(facts)} ${openSection}
    <h2>Later versions</h2>
    <p>
      The pane updates itself. Only a new manifest has to be uploaded again: under <strong>Integrated apps</strong>,
      choose CalAIM Invoice, then <strong>Update add-in</strong>. This one has version ${facts.version}.
    </p>`;
}

function planAdministratorBody(facts: GuideFacts): Html {
  return html`<h2>Before</h2>
    <ol>
      <li>
        The pane answers at <code>${facts.origin}/taskpane.html</code>, and
        <code>${facts.origin}/plan-registry.jws</code> is the signed list of plans.
      </li>
      <li>
        The icons of the folder <strong>assets</strong> are under <code>${facts.origin}/assets/</code>; the pane’s own
        build has them there already.
      </li>
    </ol>
    <h2>Add it for your staff</h2>
    ${uploadSteps(facts, 'Choose Just me for a trial, then the staff who help providers.')} ${networkSection(facts)}
    <h2>Hand out to providers</h2>
    <ol>
      <li>
        Give them this whole folder, or put it on the page where providers find your forms. It holds no secret and no
        member data.
      </li>
      <li>
        Their administrator adds the same manifest.xml: one add-in serves every plan, and the workbook says which plan
        it is for.
      </li>
      <li>
        When your profile changes (rates, services, contact), publish again and hand out the new template. The pane
        offers to carry a half-filled workbook over.
      </li>
    </ol>
    ${openSection}`;
}

const oneComputerBody = html`<h2>Excel on the web</h2>
  <ol>
    <li>Open template.xlsx from OneDrive or SharePoint.</li>
    <li>Choose <strong>Home</strong>, <strong>Add-ins</strong>, <strong>More Add-ins</strong>.</li>
    <li>
      Choose <strong>My Add-ins</strong>, <strong>Upload My Add-in</strong>, and take manifest.xml. It stays in this
      browser only.
    </li>
  </ol>
  <h2>Excel for Windows</h2>
  <ol>
    <li>
      Put manifest.xml into a shared folder, for example <code>\\\\COMPUTER\\addins</code> (right-click the folder,
      <strong>Properties</strong>, <strong>Sharing</strong>).
    </li>
    <li>
      In Excel, choose <strong>File</strong>, <strong>Options</strong>, <strong>Trust Center</strong>,
      <strong>Trust Center Settings</strong>, <strong>Trusted Add-in Catalogs</strong>.
    </li>
    <li>
      Enter the folder’s address as the catalog URL, choose <strong>Add catalog</strong>, tick
      <strong>Show in Menu</strong>, and restart Excel.
    </li>
    <li>
      Choose <strong>Home</strong>, <strong>Add-ins</strong>, <strong>More Add-ins</strong>,
      <strong>Shared Folder</strong>, <strong>CalAIM Invoice</strong>, <strong>Add</strong>.
    </li>
  </ol>
  <h2>Excel for Mac</h2>
  <ol>
    <li>
      In Finder choose <strong>Go</strong>, <strong>Go to Folder</strong>, and enter
      <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code>. Make the folder
      <strong>wef</strong> where there is none.
    </li>
    <li>Copy manifest.xml into it and restart Excel.</li>
    <li>
      Choose <strong>Home</strong>, <strong>Add-ins</strong>, and CalAIM Invoice under
      <strong>Developer Add-ins</strong>.
    </li>
  </ol>
  ${openSection}
  <h2>To remove it</h2>
  <p>Take manifest.xml out of the folder again, or in Excel on the web clear the site’s data in the browser.</p>`;
