// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @title Who may issue what, since when, on whose word
/// @notice Accreditations run from a root authority (the ministry) to academies to schools. Nothing is ever deleted:
/// a withdrawal has a date that is not in the past, so what an issuer did while it was accredited stays true.
interface IIssuerRegistry {
    struct Accreditation {
        address by;
        uint48 from;
        uint48 until;
        uint48 recordedAt;
        uint48 withdrawnAt; // 0 while it stands
        uint8 kind;
        bool mayAccredit;
    }

    struct DocumentRecord {
        bytes32 didDigest; // keccak256 of the DID's UTF-8 text
        bytes32 documentDigest; // SHA-256 of the DID document's canonical JSON (RFC 8785)
        uint48 recordedAt;
    }

    event IssuerAccredited(address indexed issuer, address indexed by, uint8 indexed kind, uint48 from, uint48 until, bool mayAccredit);
    event AccreditationWithdrawn(address indexed issuer, address indexed by, uint8 indexed kind, uint48 at);
    event DocumentRecorded(address indexed issuer, bytes32 indexed didDigest, bytes32 documentDigest);

    error IssuerRegistryNotEntitled(address account, uint8 kind);
    error IssuerRegistryPeriodInvalid(uint48 from, uint48 until);
    error IssuerRegistryPeriodOutside(uint48 from, uint48 until);
    error IssuerRegistryIssuerInvalid(address issuer);
    error IssuerRegistryAlreadyAccredited(address issuer, uint8 kind, uint48 until);
    error IssuerRegistryNotAccredited(address issuer, uint8 kind);
    error IssuerRegistryDateInPast(uint48 at);
    error IssuerRegistryDocumentInvalid(bytes32 didDigest, bytes32 documentDigest);

    /// @notice Accredits `issuer` for credentials of `kind` between two dates (seconds, `until` exclusive).
    function accredit(address issuer, uint8 kind, uint48 from, uint48 until, bool mayAccredit) external;

    /// @notice Ends the standing accreditation of `issuer` for `kind` from the date `at`, never before now.
    function withdraw(address issuer, uint8 kind, uint48 at) external;

    /// @notice Adds to the caller's history the digest of its DID document in force from now.
    function recordDocument(bytes32 didDigest, bytes32 documentDigest) external;

    /// @notice The authority that every accreditation goes back to.
    function rootAuthority() external view returns (address);

    /// @notice Whether `issuer` was accredited for `kind` at the date `at`.
    function isAccredited(address issuer, uint8 kind, uint48 at) external view returns (bool);

    /// @notice Every accreditation `issuer` ever had, oldest first.
    function accreditationsOf(address issuer) external view returns (Accreditation[] memory);

    /// @notice Every DID document digest `issuer` ever recorded, oldest first.
    function documentsOf(address issuer) external view returns (DocumentRecord[] memory);
}
