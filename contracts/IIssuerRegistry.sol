// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @title Who may issue what, since when, on whose word
/// @notice Accreditations run from a root authority (the ministry) to academies to schools. Nothing is ever deleted:
/// a withdrawal has a date that is not in the past, so what an issuer did while it was accredited stays true.
/// @dev All dates are seconds since 1970, as the block gives them. Kinds: 1 competence, 2 diploma, 3 Pix.
interface IIssuerRegistry {
    /// @notice One accreditation, as it was granted and, perhaps, withdrawn.
    struct Accreditation {
        address by; // who granted it
        uint48 from; // first second it holds; never before `recordedAt`
        uint48 until; // first second it no longer holds
        uint48 recordedAt; // when the ledger learnt of it
        uint48 withdrawnAt; // 0 while it stands; at or before `from` when it never took effect
        uint8 kind; // the kind of credential it is for
        bool mayAccredit; // whether its holder may accredit others for this kind
    }

    /// @notice What an issuer's DID document was, from a date until the next record.
    struct DocumentRecord {
        bytes32 didDigest; // keccak256 of the DID's UTF-8 text
        bytes32 documentDigest; // SHA-256 of the DID document's canonical JSON (RFC 8785)
        uint48 recordedAt; // when the ledger learnt of it
    }

    /// @notice Who took over from a closed issuer, since when. All zero when nobody did.
    struct Succession {
        address successor; // whose word about the issuer's credentials counts from then on
        uint48 recordedAt; // when the ledger learnt of it
    }

    /// @notice `by` accredited `issuer` for `kind`, from `from` (as recorded, so never in the past) until `until`.
    event IssuerAccredited(
        address indexed issuer, address indexed by, uint8 indexed kind, uint48 from, uint48 until, bool mayAccredit
    );

    /// @notice From the date `date`, `issuer` no longer holds for `kind` what `by` was entitled to withdraw.
    event AccreditationWithdrawn(address indexed issuer, address indexed by, uint8 indexed kind, uint48 date);

    /// @notice `issuer` declared the digest of its DID document in force from this block.
    event DocumentRecorded(address indexed issuer, bytes32 indexed didDigest, bytes32 documentDigest);

    /// @notice From this block, `successor` speaks for `issuer`, which is closed, on the word of `by`.
    event IssuerSucceeded(address indexed issuer, address indexed successor, address indexed by);

    /// @notice `account` may not accredit, or may not withdraw this accreditation, for `kind`; or, with `kind` 0, was
    /// never accredited for anything and so has no DID to declare here, or may not name a successor.
    error IssuerRegistryNotEntitled(address account, uint8 kind);

    /// @notice The period is empty, or already over.
    error IssuerRegistryPeriodInvalid(uint48 from, uint48 until);

    /// @notice The period is not inside the accreditor's own, which runs from `from` until `until`.
    error IssuerRegistryPeriodOutside(uint48 from, uint48 until);

    /// @notice The zero address or the root authority, neither of which can be an issuer.
    error IssuerRegistryIssuerInvalid(address issuer);

    /// @notice `issuer` is accredited for `kind` until `until`, so the period overlaps; or a renewal waits already.
    error IssuerRegistryAlreadyAccredited(address issuer, uint8 kind, uint48 until);

    /// @notice Nothing to withdraw: `issuer` holds nothing for `kind` at the date asked, nor after it; or, with `kind` 0,
    /// nothing to succeed to: it never held anything.
    error IssuerRegistryNotAccredited(address issuer, uint8 kind);

    /// @notice A withdrawal dated `date` would change the past.
    error IssuerRegistryDateInPast(uint48 date);

    /// @notice One of the two digests is zero.
    error IssuerRegistryDocumentInvalid(bytes32 didDigest, bytes32 documentDigest);

    /// @notice `holder` declared this DID first; nobody else ever declares it.
    error IssuerRegistryDidHeld(bytes32 didDigest, address holder);

    /// @notice `issuer` has not closed: it holds something for `kind` until `until`.
    error IssuerRegistryNotClosed(address issuer, uint8 kind, uint48 until);

    /// @notice `successor` took over from `issuer` already, for ever.
    error IssuerRegistryAlreadySucceeded(address issuer, address successor);

    /// @notice `successor` is the issuer itself, or was never accredited for anything.
    error IssuerRegistrySuccessorInvalid(address issuer, address successor);

    /// @notice Accredits `issuer` for credentials of `kind` between two dates (seconds, `until` exclusive). A `from`
    /// already past counts as now: nobody is accredited after the fact. One renewal may be recorded ahead of its start.
    /// @param issuer The account that will anchor.
    /// @param kind The kind of credential.
    /// @param from First second of the period.
    /// @param until First second after the period.
    /// @param mayAccredit Whether `issuer` may accredit others for `kind`, inside this period.
    /// @dev The caller is the root authority, or holds now an accreditation for `kind` with `mayAccredit` that
    /// contains the period.
    function accredit(address issuer, uint8 kind, uint48 from, uint48 until, bool mayAccredit) external;

    /// @notice Ends the standing accreditation of `issuer` for `kind` from the date `date`, never before now. A renewal
    /// recorded ahead never takes effect. A date already set can be brought forward, never put back.
    /// @param issuer The account that was accredited.
    /// @param kind The kind of credential.
    /// @param date First second at which nothing holds any more.
    /// @dev The root authority ends all that `issuer` holds for `kind` at that date or later; another caller ends what
    /// it granted itself, and must have granted some of it. Accreditations that `issuer` granted to others stay: each
    /// is withdrawn by name, so that no school falls without a decision about it.
    function withdraw(address issuer, uint8 kind, uint48 date) external;

    /// @notice Adds to the caller's history the digest of its DID document in force from now. The first account to
    /// declare a DID holds it for ever, so that no issuer signs in the name of another.
    /// @param didDigest keccak256 of the DID's UTF-8 text.
    /// @param documentDigest SHA-256 of the DID document's canonical JSON (RFC 8785).
    /// @dev The caller was accredited for some kind, at whatever date: one that has closed may still change its keys.
    function recordDocument(bytes32 didDigest, bytes32 documentDigest) external;

    /// @notice Names, once and for ever, the account that speaks for `issuer` now that it is closed: the status lists
    /// that `successor` publishes from this second on count as those of `issuer`, and those of `issuer` no longer do.
    /// It gives no right to issue in its name.
    /// @param issuer The account that was accredited, and holds nothing any more, now or later, for any kind.
    /// @param successor Another account, which was accredited for some kind, at whatever date.
    /// @dev The caller is the root authority, or granted what `issuer` held last.
    function succeed(address issuer, address successor) external;

    /// @notice The authority that every accreditation goes back to.
    /// @return The account, fixed when the contract was deployed.
    function rootAuthority() external view returns (address);

    /// @notice Whether `issuer` was accredited for `kind` at the date `date`.
    /// @param issuer The account.
    /// @param kind The kind of credential.
    /// @param date The date; one to come is answered as things stand.
    /// @return True inside a period, unless it was withdrawn by then.
    function isAccredited(address issuer, uint8 kind, uint48 date) external view returns (bool);

    /// @notice Every accreditation `issuer` ever had, oldest first.
    /// @param issuer The account.
    /// @return The accreditations, of all kinds, in the order they were recorded.
    function accreditationsOf(address issuer) external view returns (Accreditation[] memory);

    /// @notice Every DID document digest `issuer` ever recorded, oldest first.
    /// @param issuer The account.
    /// @return The records, in the order they were made.
    function documentsOf(address issuer) external view returns (DocumentRecord[] memory);

    /// @notice Who took over from `issuer`, since when.
    /// @param issuer The account.
    /// @return The succession; all zero while there is none.
    function successorOf(address issuer) external view returns (Succession memory);
}
