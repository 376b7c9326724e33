// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

/// @title When a batch of credentials existed, and on whose word
/// @notice Holds Merkle roots and status-list digests. Never a name, nor a hash that could be linked to a person.
interface ICredentialAnchor {
    /// @notice What the ledger knows of a root. One storage slot.
    struct Anchor {
        address issuer; // zero when the root was never anchored
        uint48 anchoredAt; // seconds since 1970, as the block gives them
        uint8 kind; // the kind of credential, for which the issuer was accredited then
    }

    /// @notice What a status list was, from a date until the next record.
    struct StatusRecord {
        bytes32 digest; // SHA-256 of the list credential's canonical JSON (RFC 8785)
        uint48 recordedAt; // when the ledger learnt of it
    }

    /// @notice `root` was anchored in this block; `anchorOf` tells the issuer, the kind and the date.
    event RootAnchored(bytes32 indexed root);

    /// @notice `issuer` declared `digest` for its status list `list` from this block.
    event StatusListPublished(address indexed issuer, bytes32 indexed list, bytes32 digest);

    /// @notice `issuer` holds no accreditation for `kind` now.
    error CredentialAnchorNotAccredited(address issuer, uint8 kind);

    /// @notice `root` was anchored before as a diploma's, or as another kind's; the first anchor of each stays as it is.
    error CredentialAnchorAlreadyAnchored(bytes32 root);

    /// @notice A root cannot be zero.
    error CredentialAnchorRootInvalid(bytes32 root);

    /// @notice Diplomas are anchored under a deliberation that decided them (`anchorDecided`), never without.
    error CredentialAnchorNotDeliberated(bytes32 root);

    /// @notice A list or its digest cannot be zero.
    error CredentialAnchorDigestInvalid(bytes32 digest);

    /// @notice Records that every credential under `root` existed at this block, issued by the caller as `kind`.
    /// @param root Root of the batch's Merkle tree (pairs hashed in order, as OpenZeppelin's `MerkleProof` does).
    /// @param kind The kind of credential, for which the caller is accredited now; not a diploma.
    function anchor(bytes32 root, uint8 kind) external;

    /// @notice Records that every diploma under `root` existed at this block, issued by the caller as its jury decided.
    /// @param root What the jury signed, or a root under it: of a batch, when the session has several.
    /// @param deliberation A deliberation of the caller, decided.
    /// @param path Sibling hashes from `root` up to what the jury signed; empty when it is the same.
    /// @dev A node of a tree that the jury signed commits to nothing but diplomas under that signature, so any may be
    /// anchored: what `path` could smuggle in would have to be a second preimage of the hash.
    function anchorDecided(bytes32 root, bytes32 deliberation, bytes32[] calldata path) external;

    /// @notice Records the digest of the caller's status list as published now. Anyone may, in their own name: a
    /// school that has closed still owes the status of what it issued.
    /// @param list keccak256 of the list's address.
    /// @param digest SHA-256 of the list credential's canonical JSON (RFC 8785).
    function publishStatusList(bytes32 list, bytes32 digest) external;

    /// @notice Who anchored `root`, when and for which kind of credential. A root may stand twice, once for diplomas and
    /// once for another kind, neither changed by the other: this answers the diplomas' anchor when there is one.
    /// @param root The root.
    /// @return The anchor; all zero when there is none.
    function anchorOf(bytes32 root) external view returns (Anchor memory);

    /// @notice The anchor that a credential of `kind` stands under: once made, nobody can put another before it.
    /// @param root The root.
    /// @param kind The kind of credential.
    /// @return For diplomas, their anchor; else the other one, which says for which kind it is. All zero when there is none.
    function anchorOfKind(bytes32 root, uint8 kind) external view returns (Anchor memory);

    /// @notice The deliberation under which diplomas were anchored.
    /// @param root An anchored root.
    /// @return Its name; zero for a root anchored only for another kind of credential, or never.
    function deliberationUnder(bytes32 root) external view returns (bytes32);

    /// @notice Every digest `issuer` published for `list`, oldest first.
    /// @param issuer The account.
    /// @param list keccak256 of the list's address.
    /// @return The records, in the order they were made.
    function statusListsOf(address issuer, bytes32 list) external view returns (StatusRecord[] memory);

    /// @notice Whether the credential with this digest and salt stands under an anchored `root`. The leaf is computed
    /// here, never accepted: an inner node cannot pass for a leaf. By whom and for which kind, `anchorOfKind` tells.
    /// @param root An anchored root.
    /// @param salt The 32 random bytes of the holder's receipt.
    /// @param credentialDigest Digest of the signed credential.
    /// @param path Sibling hashes from the leaf up to the root.
    /// @return True when `root` is anchored and the path leads to it.
    function isAnchored(bytes32 root, bytes32 salt, bytes32 credentialDigest, bytes32[] calldata path)
        external
        view
        returns (bool);
}
